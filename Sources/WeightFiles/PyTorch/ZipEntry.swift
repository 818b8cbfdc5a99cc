/// One entry of a ZIP archive's directory.
struct ZipEntry {
  let name: String
  let checksum: UInt32
  let byteCount: Int
  /// Where the entry's own header begins.
  let headerOffset: Int

  /// The length of the directory's record without name, extra fields and comment.
  static let recordLength = 46
  private static let zip64Tag: UInt16 = 1

  /// Reads the record at an offset of the directory, which then lies behind it.
  init(_ directory: ByteView, at offset: inout Int, index: Int) throws(ZipFault) {
    let start = offset
    func field<Value: FixedWidthInteger>(_ place: Int, _ type: Value.Type) throws(ZipFault) -> Value
    {
      guard let value = directory.integer(at: start + place, as: type) else {
        throw .damagedDirectory(entry: index)
      }
      return value
    }
    guard try field(0, UInt32.self) == 0x0201_4B50 else { throw .damagedDirectory(entry: index) }
    let nameLength = Int(try field(28, UInt16.self))
    let extraLength = Int(try field(30, UInt16.self))
    let commentLength = Int(try field(32, UInt16.self))
    let nameStart = start + Self.recordLength
    guard let nameBytes = directory.slice(nameStart, nameLength),
      let extra = directory.slice(nameStart + nameLength, extraLength),
      directory.slice(nameStart + nameLength + extraLength, commentLength) != nil
    else { throw .damagedDirectory(entry: index) }
    name = try Self.checkedName(nameBytes, index: index)
    checksum = try field(16, UInt32.self)
    let flags = try field(8, UInt16.self)
    guard flags & 0x2041 == 0 else { throw .encrypted(name) }
    let method = Int(try field(10, UInt16.self))
    guard method == 0 else { throw .compressed(name, method: method) }

    // Fields of 0xFFFFFFFF are in the zip64 extra field, in this order.
    var wide = Self.zip64(extra)
    func number(_ value: UInt32) throws(ZipFault) -> Int {
      guard value == .max else { return Int(value) }
      guard let first = wide.first, let number = Int(exactly: first) else {
        throw .damagedDirectory(entry: index)
      }
      wide.removeFirst()
      return number
    }
    let size = try number(try field(24, UInt32.self))
    guard size == (try number(try field(20, UInt32.self))) else { throw .damagedEntry(name) }
    byteCount = size
    headerOffset = try number(try field(42, UInt32.self))
    offset = nameStart + nameLength + extraLength + commentLength
  }

  /// The entry's data, once its own header has been compared with the directory.
  func data(in archive: ByteView) throws(ZipFault) -> ByteView {
    guard archive.integer(at: headerOffset, as: UInt32.self) == 0x0403_4B50,
      archive.integer(at: headerOffset + 8, as: UInt16.self) == 0,
      let size = archive.integer(at: headerOffset + 18, as: UInt32.self),
      size == 0 || size == .max || size == byteCount,
      let nameLength = archive.integer(at: headerOffset + 26, as: UInt16.self),
      let extraLength = archive.integer(at: headerOffset + 28, as: UInt16.self),
      let nameBytes = archive.slice(headerOffset + 30, Int(nameLength)),
      nameBytes.buffer.elementsEqual(name.utf8),
      let data = archive.slice(
        headerOffset + 30 + Int(nameLength) + Int(extraLength), byteCount)
    else { throw .damagedEntry(name) }
    return data
  }

  private static func checkedName(_ bytes: ByteView, index: Int) throws(ZipFault) -> String {
    guard let name = bytes.text else { throw .badName("#\(index)") }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let isRelative = !name.isEmpty && !name.hasPrefix("/")
    guard isRelative, !parts.contains(".."), !name.utf8.contains(0), !name.contains("\\") else {
      throw .badName(name)
    }
    return name
  }

  /// The numbers of the zip64 extra field.
  private static func zip64(_ extra: ByteView) -> [UInt64] {
    var offset = 0
    while let tag = extra.integer(at: offset, as: UInt16.self),
      let length = extra.integer(at: offset + 2, as: UInt16.self)
    {
      if tag == zip64Tag, let field = extra.slice(offset + 4, Int(length)) {
        return (0..<(field.count / 8)).compactMap { field.integer(at: 8 * $0, as: UInt64.self) }
      }
      offset += 4 + Int(length)
    }
    return []
  }
}
