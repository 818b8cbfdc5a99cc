/// The two layouts of `torch.save` for a dictionary of float32 tensors, put together by hand.
///
/// PyTorch 2.8 loads both (`torch.load` with `weights_only`, and without) and finds the numbers
/// that were written.
struct TorchFile {
  let tensors: [(name: String, shape: [Int], values: [Float])]

  init(_ network: SyntheticNetwork) {
    tensors = network.tensors.map { ($0.name, $0.tensor.shape, $0.tensor.values) }
  }

  /// Since PyTorch 1.6: a ZIP archive of stored entries.
  var zip: [UInt8] {
    var entries = [
      ("a/data.pkl", dictionary(isLegacy: false)), ("a/byteorder", Array("little".utf8)),
    ]
    for (index, tensor) in tensors.enumerated() {
      entries.append(("a/data/\(index)", floatBytes(tensor.values)))
    }
    entries.append(("a/version", Array("3\n".utf8)))
    var (bytes, directory): ([UInt8], [UInt8]) = ([], [])
    for (name, data) in entries {
      let sums =
        little(Self.checksum(data)) + little(UInt32(data.count)) + little(UInt32(data.count))
      let lengths = little(UInt16(name.utf8.count)) + little(UInt16(0))
      let fields = [UInt8](repeating: 0, count: 8) + sums + lengths
      directory += little(UInt32(0x0201_4B50)) + little(UInt16(20)) + little(UInt16(20)) + fields
      directory += [UInt8](repeating: 0, count: 10) + little(UInt32(bytes.count)) + name.utf8
      bytes += little(UInt32(0x0403_4B50)) + little(UInt16(20)) + fields + name.utf8 + data
    }
    let count = little(UInt16(entries.count))
    let place = little(UInt32(directory.count)) + little(UInt32(bytes.count))
    return bytes + directory + little(UInt32(0x0605_4B50)) + little(UInt32(0)) + count + count
      + place
      + little(UInt16(0))
  }

  /// Before PyTorch 1.6: five pickles, then every storage's length and numbers.
  var legacy: [UInt8] {
    var bytes: [UInt8] = [0x80, 2, 0x8A, 10]
    bytes += [0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8, 0x50, 0x19]
    bytes += Array(".".utf8) + [0x80, 2] + Array("M".utf8) + little(UInt16(1001)) + Array(".".utf8)
    bytes += [0x80, 2] + Array("}(".utf8) + text("protocol_version") + integer(1001)
    bytes += text("little_endian") + [0x88] + text("type_sizes") + Array("}(".utf8)
    for (name, size) in [("short", 2), ("int", 4), ("long", 4)] {
      bytes += text(name) + integer(size)
    }
    bytes += Array("uu.".utf8) + dictionary(isLegacy: true)
    bytes +=
      [0x80, 2] + Array("](".utf8) + tensors.indices.flatMap { text("\($0)") } + Array("e.".utf8)
    for tensor in tensors {
      bytes += little(Int64(tensor.values.count)) + floatBytes(tensor.values)
    }
    return bytes
  }

  /// An ordered dictionary of tensors, each with a storage of its own.
  private func dictionary(isLegacy: Bool) -> [UInt8] {
    var bytes: [UInt8] = [0x80, 2] + Array("ccollections\nOrderedDict\n)R(".utf8)
    for (index, tensor) in tensors.enumerated() {
      var strides = [1]
      for length in tensor.shape.dropFirst().reversed() {
        strides.insert(strides[0] * length, at: 0)
      }
      bytes += text(tensor.name) + Array("ctorch._utils\n_rebuild_tensor_v2\n((".utf8)
      bytes +=
        text("storage") + Array("ctorch\nFloatStorage\n".utf8) + text("\(index)") + text("cpu")
      bytes += integer(tensor.values.count) + Array((isLegacy ? "NtQ" : "tQ").utf8) + integer(0)
      bytes += tuple(tensor.shape) + tuple(strides) + [0x89]
      bytes += Array("ccollections\nOrderedDict\n)RtR".utf8)
    }
    return bytes + Array("u.".utf8)
  }

  private func text(_ text: String) -> [UInt8] {
    Array("X".utf8) + little(UInt32(text.utf8.count)) + text.utf8
  }

  private func integer(_ value: Int) -> [UInt8] { Array("J".utf8) + little(Int32(value)) }

  private func tuple(_ values: [Int]) -> [UInt8] {
    Array("(".utf8) + values.flatMap(integer) + Array("t".utf8)
  }

  private static let checksums: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in
      value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
    }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { $0 >> 8 ^ checksums[Int(($0 ^ UInt32($1)) & 0xFF)] }
  }
}
