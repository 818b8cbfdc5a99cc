import Foundation
import Testing
import WeightFiles

@Suite struct SafeTensorsWriterTests {
  private static func failure(_ tensors: [(String, [Float])], _ type: ElementType)
    -> WeightFileError?
  {
    let tensors = tensors.map { (name: $0, tensor: WeightTensor(shape: [$1.count], values: $1)) }
    do throws(WeightFileError) {
      _ = try SafeTensorsWriter.encode(tensors, as: { _ in type }, metadata: [:], path: "out")
      return nil
    } catch {
      expectProper(error, path: "out")
      return error
    }
  }

  /// The reference implementation's file, read and written again, is the same to the byte.
  @Test func writesWhatTheReferenceWrites() throws {
    let file = try Fixture.safetensors.read()
    let tensors = try file.names.map { (name: $0, tensor: try file.tensor($0)) }
    let bytes = try SafeTensorsWriter.encode(
      tensors, as: { file.tensors[$0]?.stored ?? .float32 }, metadata: file.metadata, path: "out")
    #expect(Array(bytes) == Fixture.safetensors.bytes)
  }

  @Test func whatIsWrittenIsRead() throws {
    try withFolder { folder in
      let path = folder + "/weights.safetensors"
      let tensors = [
        (name: "half \"\\\u{1}\n😀", tensor: WeightTensor(shape: [3, 1], values: [0.5, -2, 0])),
        (name: "scalar", tensor: WeightTensor(shape: [], values: [7], stored: .int64)),
        (name: "none", tensor: WeightTensor(shape: [2, 0], values: [])),
        (name: "full", tensor: WeightTensor(shape: [2], values: [.pi, -.greatestFiniteMagnitude])),
      ]
      let types: [String: ElementType] = ["scalar": .int64, "full": .float32]
      let metadata = ["b": "1", "a\t": "ä\u{7F}\r\u{8}\u{C}"]
      for _ in 0..<2 {
        try SafeTensorsWriter.write(
          tensors, as: { types[$0] ?? .float16 }, metadata: metadata, to: path)
      }
      let file = try WeightFile.read(path)
      #expect(file.metadata == metadata)
      #expect(file.names == ["scalar", "full", tensors[0].name, "none"])
      for (name, tensor) in tensors {
        let read = try file.tensor(name)
        #expect(read.values == tensor.values && read.shape == tensor.shape)
        #expect(read.stored == types[name] ?? .float16)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 1)
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      let again = try SafeTensorsWriter.encode(
        tensors, as: { types[$0] ?? .float16 }, metadata: metadata, path: "out")
      #expect(bytes == again)
      let header = Data(bytes.prefix(8)).withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) }
      #expect(header.isMultiple(of: 8))
    }
  }

  @Test(
    arguments: [
      (ElementType.float16, 65520), (.float16, -1e6), (.bfloat16, .greatestFiniteMagnitude),
      (.int64, 0.5), (.int64, 0x1p63), (.int32, 0x1p31), (.int16, 32768), (.int8, -129),
      (.uint8, -1), (.uint8, 256), (.bool, 2), (.bool, -1),
    ] as [(ElementType, Float)])
  func whatATypeCannotHoldIsRefused(_ type: ElementType, _ value: Float) {
    let error = Self.failure([("fine", [1]), ("wide", [0, 1, value, value])], type)
    #expect(error == .notRepresentable(path: "out", tensor: "wide", index: 2, type: type))
    #expect(error?.message.contains("‘wide’ has at index 2") == true)
  }

  @Test(
    arguments: [
      (ElementType.float16, 65519), (.bfloat16, 3.3895314e38), (.int64, -0x1p63),
      (.int32, -0x1p31), (.int16, 32767), (.int8, -128), (.uint8, 255), (.bool, 1),
      (.float64, 0x1p-149),
    ] as [(ElementType, Float)])
  func theWidestNumbersAreWritten(_ type: ElementType, _ value: Float) {
    #expect(Self.failure([("w", [value])], type) == nil)
  }

  @Test(arguments: ElementType.allCases) func onlyFiniteNumbersAreWritten(_ type: ElementType) {
    for value in [Float.nan, .infinity, -.infinity] {
      #expect(
        Self.failure([("w", [1, value])], type) == .notFinite(path: "out", tensor: "w", index: 1))
    }
  }

  @Test func namesAreNewAndFree() {
    #expect(
      Self.failure([("w", [1]), ("w", [2])], .float32)
        == .duplicateTensor(path: "out", tensor: "w"))
    #expect(
      Self.failure([("__metadata__", [1])], .float32)
        == .reservedName(path: "out", tensor: "__metadata__"))
  }

  @Test func aFailureLeavesTheOldFile() throws {
    try withFolder { folder in
      let path = folder + "/weights.safetensors"
      try Data([1, 2, 3]).write(to: URL(fileURLWithPath: path))
      let tensors = [(name: "w", tensor: WeightTensor(shape: [1], values: [1e6]))]
      #expect(throws: WeightFileError.self) {
        try SafeTensorsWriter.write(tensors, as: { _ in .float16 }, metadata: [:], to: path)
      }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data([1, 2, 3]))
      for target in [folder, folder + "/none/w", folder + "/w\0"] {
        let error = #expect(throws: WeightFileError.self) {
          try SafeTensorsWriter.write(tensors, as: { _ in .float32 }, metadata: [:], to: target)
        }
        guard case .unwritable(target, _) = error else {
          Issue.record("\(String(describing: error))")
          continue
        }
        #expect(error?.exitCode == 74)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 1)
    }
  }
}
