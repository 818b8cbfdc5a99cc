/// ZIP archives of stored entries, put together by hand; every field can be falsified.
struct ZipBytes {
  struct Entry {
    var name: [UInt8]
    var data: [UInt8]
    var method: UInt16 = 0
    var flags: UInt16 = 0
    var localName: [UInt8]?
    var checksum: UInt32?
    var size: UInt32?
    var compressedSize: UInt32?
    var headerOffset: UInt32?
    var extra: [UInt8] = []

    init(_ name: String, _ data: [UInt8]) {
      self.name = Array(name.utf8)
      self.data = data
    }
  }

  var entries: [Entry]
  var count: UInt16?
  var directoryLength: UInt32?
  var directoryOffset: UInt32?
  var comment: [UInt8] = []
  /// Put before the end record, with the place of the directory's end.
  var beforeEnd: (Int, Int) -> [UInt8] = { _, _ in [] }

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = entry.headerOffset ?? UInt32(bytes.count)
      let size = UInt32(entry.data.count)
      let checksum = entry.checksum ?? Self.checksum(entry.data)
      let localName = entry.localName ?? entry.name
      bytes += little(UInt32(0x0403_4B50)) + little(UInt16(20)) + little(entry.flags)
      bytes += little(entry.method) + little(UInt32(0)) + little(checksum)
      bytes += little(size) + little(size) + little(UInt16(localName.count)) + little(UInt16(0))
      bytes += localName + entry.data
      directory += little(UInt32(0x0201_4B50)) + little(UInt32(20)) + little(entry.flags)
      directory += little(entry.method) + little(UInt32(0)) + little(checksum)
      directory += little(entry.compressedSize ?? entry.size ?? size) + little(entry.size ?? size)
      directory += little(UInt16(entry.name.count)) + little(UInt16(entry.extra.count))
      directory += [UInt8](repeating: 0, count: 10) + little(offset) + entry.name + entry.extra
    }
    let start = bytes.count
    bytes += directory
    bytes += beforeEnd(start, bytes.count)
    let count = self.count ?? UInt16(entries.count)
    bytes += little(UInt32(0x0605_4B50)) + little(UInt32(0)) + little(count) + little(count)
    bytes += little(directoryLength ?? UInt32(directory.count))
    bytes += little(directoryOffset ?? UInt32(start))
    return bytes + little(UInt16(comment.count)) + comment
  }

  /// The CRC-32, bit by bit.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { value, byte in
      (0..<8).reduce(value ^ UInt32(byte)) { value, _ in
        value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
      }
    }
  }

  /// An archive as `torch.save` writes it, with a program and one storage.
  init(program: [UInt8], storage: [UInt8] = floats(1, 2)) {
    entries = [Entry("a/data.pkl", program), Entry("a/data/0", storage)]
  }

  /// An archive with the one tensor `w`, which has the numbers 1 and 2.
  init(_ change: (inout ZipBytes) -> Void = { _ in }) {
    let tensor = PickleBytes.tensor(PickleBytes.storage(count: 2), shape: [2], strides: [1])
    self.init(program: PickleBytes.program(PickleBytes.dictionary("w", tensor)))
    change(&self)
  }
}
