/// The stored entries of a ZIP archive.
struct ZipArchive {
  /// The entries' names in the directory's order.
  private(set) var names: [String] = []
  private var data: [String: ByteView] = [:]
  private var checksums: [String: UInt32] = [:]

  private static let endLength = 22
  private static let zip64EndLength = 56
  private static let zip64LocatorLength = 20
  private static let maximumCommentLength = 0xFFFF

  init(_ archive: ByteView) throws(ZipFault) {
    let (offset, length, count) = try Self.directory(archive)
    guard let directory = archive.slice(offset, length) else { throw .damagedEnd }
    var position = 0
    var entries: [ZipEntry] = []
    while position < directory.count {
      entries.append(try ZipEntry(directory, at: &position, index: entries.count))
    }
    guard entries.count == count, let front = archive.slice(0, offset) else {
      throw .damagedDirectory(entry: entries.count)
    }
    for entry in entries {
      guard data[entry.name] == nil else { throw .duplicateName(entry.name) }
      names.append(entry.name)
      data[entry.name] = try entry.data(in: front)
      checksums[entry.name] = entry.checksum
    }
    try checkOverlaps(entries, front)
  }

  /// The data of an entry, once their checksum is right; nil if there is no such entry.
  func entry(_ name: String) throws(ZipFault) -> ByteView? {
    guard let bytes = data[name] else { return nil }
    guard CRC32.checksum(of: bytes) == checksums[name] else { throw .checksum(name) }
    return bytes
  }

  private func checkOverlaps(_ entries: [ZipEntry], _ front: ByteView) throws(ZipFault) {
    let sorted = entries.sorted { $0.headerOffset < $1.headerOffset }
    guard let base = front.buffer.baseAddress else { return }
    for (entry, next) in zip(sorted, sorted.dropFirst()) {
      guard let bytes = data[entry.name] else { continue }
      // The data of an empty entry may have no address, but its header has one.
      let end =
        bytes.buffer.baseAddress.map { $0 - base + bytes.count }
        ?? entry.headerOffset + 30 + entry.name.utf8.count
      guard end <= next.headerOffset else { throw .overlapping(entry.name, next.name) }
    }
  }

  /// Where the directory is, and how many entries it has.
  private static func directory(
    _ archive: ByteView
  ) throws(ZipFault) -> (offset: Int, length: Int, count: Int) {
    var end = archive.count - endLength
    let first = max(0, end - maximumCommentLength)
    while end >= first {
      if archive.integer(at: end, as: UInt32.self) == 0x0605_4B50,
        let comment = archive.integer(at: end + 20, as: UInt16.self),
        end + endLength + Int(comment) == archive.count
      {
        break
      }
      end -= 1
    }
    guard end >= first, end >= 0, let record = archive.slice(end, endLength) else { throw .noEnd }
    func field<Value: FixedWidthInteger>(_ place: Int, _ type: Value.Type) throws(ZipFault) -> Int {
      guard let value = record.integer(at: place, as: type), let number = Int(exactly: value)
      else { throw .damagedEnd }
      return number
    }
    guard try field(4, UInt32.self) == 0 else { throw .damagedEnd }
    let count = try field(10, UInt16.self)
    let length = try field(12, UInt32.self)
    let offset = try field(16, UInt32.self)
    guard try field(8, UInt16.self) == count else { throw .damagedEnd }
    let locator = end - zip64LocatorLength
    guard archive.integer(at: locator, as: UInt32.self) == 0x0706_4B50 else {
      guard offset + length == end else { throw .damagedEnd }
      return (offset, length, count)
    }
    guard let start = archive.integer(at: locator + 8, as: Int64.self), start >= 0,
      start <= locator - zip64EndLength,
      let wide = archive.slice(Int(start), zip64EndLength),
      wide.integer(at: 0, as: UInt32.self) == 0x0606_4B50,
      let wideCount = wide.integer(at: 32, as: Int64.self),
      let wideLength = wide.integer(at: 40, as: Int64.self), wideLength >= 0,
      let wideOffset = wide.integer(at: 48, as: Int64.self), wideOffset >= 0,
      wideOffset <= start, wideLength == start - wideOffset,
      count == 0xFFFF || count == wideCount, length == 0xFFFF_FFFF || length == wideLength,
      offset == 0xFFFF_FFFF || offset == wideOffset
    else { throw .damagedEnd }
    return (Int(wideOffset), Int(wideLength), Int(wideCount))
  }
}
