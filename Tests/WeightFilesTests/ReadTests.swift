import Foundation
import Testing
import WeightFiles

@Suite struct ReadTests {
  @Test(arguments: Fixture.all) func theFileIsDescribed(_ fixture: Fixture) throws {
    let file = try fixture.read()
    #expect(file.path == fixture.name && file.sha256 == fixture.sha256)
    #expect(file.byteCount == fixture.bytes.count)
    #expect(Set(file.names) == Set(file.tensors.keys) && file.names.count == file.tensors.count)
    for tensor in file.tensors.values { #expect(tensor.count == tensor.shape.reduce(1, *)) }
  }

  @Test(arguments: [
    (Fixture.zip, WeightFile.Format.pytorchZip), (.legacy, .pytorchLegacy),
    (.legacyFramed, .pytorchLegacy),
  ])
  func aNetworkSavedByTorch(_ fixture: Fixture, _ format: WeightFile.Format) throws {
    let file = try fixture.read()
    #expect(file.format == format && file.metadata.isEmpty)
    #expect(
      file.names == [
        "conv.weight", "conv.bias", "norm.num_batches_tracked", "turned", "column",
      ])
    let weight: [Float] = [0.5, -1.25, 3, 1e-30, -7.5, 0.1, 65504, -0.0]
    #expect(try file.tensor("conv.weight") == WeightTensor(shape: [2, 1, 2, 2], values: weight))
    #expect(try file.tensor("conv.bias") == WeightTensor(shape: [2], values: [0.25, -0.75]))
    #expect(
      try file.tensor("norm.num_batches_tracked")
        == WeightTensor(shape: [], values: [7], stored: .int64))
    #expect(
      try file.tensor("turned") == WeightTensor(shape: [3, 2], values: [0, 3, 1, 4, 2, 5]))
    #expect(try file.tensor("column") == WeightTensor(shape: [3], values: [1e-30, 0.1, -0.0]))
  }

  @Test func aNetworkAmongOtherThings() throws {
    let file = try Fixture.legacyNested.read()
    #expect(file.names == ["conv.weight", "conv.bias", "norm.num_batches_tracked"])
    #expect(try file.tensor("conv.bias").values == [0.25, -0.75])
  }

  @Test(arguments: [(Fixture.python2, [-5, 6]), (.python2Views, [3, 4])] as [(Fixture, [Float])])
  func aNetworkSavedByPython2(_ fixture: Fixture, _ second: [Float]) throws {
    let file = try fixture.read()
    #expect(file.format == .pytorchLegacy && file.names == ["a", "b"])
    #expect(try file.tensor("a") == WeightTensor(shape: [2, 2], values: [1, 2, 3, 4]))
    #expect(try file.tensor("b") == WeightTensor(shape: [2], values: second))
  }

  static let types: [(String, WeightTensor)] = [
    ("i64", WeightTensor(shape: [2], values: [-3, 0x1p40], stored: .int64)),
    ("f64", WeightTensor(shape: [2], values: [0.125, -2.5], stored: .float64)),
    ("empty", WeightTensor(shape: [0, 3], values: [], stored: .float32)),
    ("f32", WeightTensor(shape: [1, 3], values: [1.5, -2, 0], stored: .float32)),
    ("i32", WeightTensor(shape: [2], values: [-70000, 70000], stored: .int32)),
    ("bf16", WeightTensor(shape: [2], values: [1, -3.140625], stored: .bfloat16)),
    (
      "f16",
      WeightTensor(shape: [3], values: [0.333251953125, 0x1p-24, -65504], stored: .float16)
    ),
    ("i16", WeightTensor(shape: [2], values: [-300, 300], stored: .int16)),
    ("i8", WeightTensor(shape: [2], values: [-128, 127], stored: .int8)),
    ("u8", WeightTensor(shape: [2], values: [0, 255], stored: .uint8)),
    ("bool", WeightTensor(shape: [2], values: [1, 0], stored: .bool)),
  ]

  @Test(arguments: [Fixture.safetensors, .zipTypes])
  func everyElementType(_ fixture: Fixture) throws {
    let file = try fixture.read()
    #expect(file.names.count == Self.types.count)
    for (name, tensor) in Self.types { #expect(try file.tensor(name) == tensor, "\(name)") }
  }

  @Test func safetensorsKeepTheirOrderAndMetadata() throws {
    let file = try Fixture.safetensors.read()
    #expect(file.format == .safetensors && file.metadata == ["origin": "a “test”\n"])
    #expect(file.names == Self.types.map(\.0))
  }

  @Test func aCaffeModel() throws {
    let file = try Fixture.caffe.read()
    #expect(file.format == .caffe)
    #expect(
      file.names == [
        "conv1_2.0", "conv1_2.1", "conv1_2norm.0", "conv1_2norm.1", "conv1_2norm.2",
      ])
    #expect(
      file.metadata == [
        "name": "tiny", "layer:conv1_2": "Convolution", "layer:conv1_2norm": "BatchNorm",
        "layer:loss": "Softmax",
      ])
    #expect(
      try file.tensor("conv1_2.0")
        == WeightTensor(shape: [2, 1, 1, 2], values: [0.5, -1, 2, 3.25]))
    #expect(try file.tensor("conv1_2.1") == WeightTensor(shape: [2], values: [1e-3, -4]))
    #expect(try file.tensor("conv1_2norm.0") == WeightTensor(shape: [2], values: [10, 20]))
    #expect(
      try file.tensor("conv1_2norm.1")
        == WeightTensor(shape: [2], values: [2, 8], stored: .float64))
    let normalization = try CaffeNormalization(layer: "conv1_2norm", of: file)
    #expect(normalization.mean == [2.5, 5] && normalization.variance == [0.5, 2])
  }

  @Test func anOldCaffeModel() throws {
    let file = try Fixture.caffeVersion1.read()
    #expect(file.names == ["conv.0", "conv.1"])
    #expect(file.metadata == ["name": "old", "layer:conv": "Convolution"])
    #expect(
      try file.tensor("conv.0")
        == WeightTensor(shape: [1, 2, 1, 3], values: [1, 2, 3, 4, 5, 6]))
    #expect(try file.tensor("conv.1") == WeightTensor(shape: [1, 1, 1, 1], values: [-0.5]))
  }

  @Test func theFormatIsToldByTheContent() throws {
    try withFolder { folder in
      for fixture in Fixture.all {
        let path = folder + "/weights.txt"
        try Data(fixture.bytes).write(to: URL(fileURLWithPath: path))
        let file = try WeightFile.read(path)
        #expect(try file.tensors == fixture.read().tensors && file.path == path)
        #expect(file.sha256 == fixture.sha256)
      }
    }
  }

  @Test func aPartOfOtherBytesIsRead() throws {
    let bytes = Data([1, 2, 3] + Fixture.zip.bytes + [4])
    let file = try WeightFile.decode(bytes[3..<(bytes.count - 1)], path: "part")
    #expect(try file.tensors == Fixture.zip.read().tensors)
    #expect(file.sha256 == Fixture.zip.sha256)
  }

  @Test func aZipWithWideFieldsIsRead() throws {
    let zip = ZipBytes { zip in
      let size = UInt64(zip.entries[1].data.count)
      zip.entries[1].size = .max
      zip.entries[1].extra =
        little(UInt16(9)) + little(UInt16(1)) + [0] + little(UInt16(1)) + little(UInt16(16))
        + little(size) + little(size)
      zip.count = .max
      zip.directoryOffset = .max
      zip.beforeEnd = { start, end in
        little(UInt32(0x0606_4B50)) + little(UInt64(44)) + little(UInt32(45)) + little(UInt64(0))
          + little(UInt64(2)) + little(UInt64(2)) + little(UInt64(end - start))
          + little(UInt64(start)) + little(UInt32(0x0706_4B50)) + little(UInt32(0))
          + little(UInt64(end)) + little(UInt32(1))
      }
    }
    let file = try WeightFile.decode(Data(zip.bytes), path: "wide")
    #expect(try file.tensor("w").values == [1, 2])
  }
}
