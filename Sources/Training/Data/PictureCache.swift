import Dispatch
import Imaging
import ParallelWork
import Synchronization

/// Decoded pictures in one file, mapped into memory.
///
/// The file is trusted only if its key, its length and the checksums of its table and of every
/// picture are right; they are all read when it is opened, on all cores.
///
/// Little-endian: 8 bytes of signature, 32 of the key, the number of entries, the file's length and the
/// table's checksum (64 bits each); the table; then the pictures. A table entry is offset, height,
/// width, byte count and checksum, 64 bits each. Pictures are H×W×3 bytes; an entry of height 0 is
/// the reason in UTF-8 why there is no picture.
struct PictureCache: Sendable {
  /// A row of the table.
  struct Entry: Sendable {
    var offset: Int
    var height: Int
    var width: Int
    var byteCount: Int
    var checksum: UInt64

    static let byteCount = 40
  }

  static let signature = Array("HBPIXEL1".utf8)
  static let headerByteCount = 64

  let file: MappedFile
  let entries: [Entry]

  /// Opens a cache; nil unless it is whole and was made for this key and number of pictures.
  init?(_ path: String, key: [UInt8], count: Int) {
    guard let file = MappedFile(path) else { return nil }
    let bytes = file.bytes
    let tableEnd = Self.headerByteCount + count * Entry.byteCount
    guard bytes.count >= tableEnd,
      bytes.prefix(40).elementsEqual(Self.signature + key),
      Self.number(bytes, 40) == UInt64(count),
      Self.number(bytes, 48) == UInt64(bytes.count)
    else { return nil }
    let table = UnsafeRawBufferPointer(rebasing: bytes[Self.headerByteCount..<tableEnd])
    guard Self.number(bytes, 56) == checksum(table) else { return nil }
    let entries = (0..<count).compactMap { Self.entry(table, $0, fileLength: bytes.count) }
    guard entries.count == count else { return nil }
    let isWhole = parallelMap(count) { index in
      let entry = entries[index]
      let range = entry.offset..<(entry.offset + entry.byteCount)
      return checksum(UnsafeRawBufferPointer(rebasing: file.bytes[range])) == entry.checksum
    }
    guard isWhole.allSatisfy({ $0 }) else { return nil }
    self.file = file
    self.entries = entries
  }

  private static func number(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// A row of the table; nil if it does not describe bytes of the file.
  private static func entry(
    _ table: UnsafeRawBufferPointer, _ index: Int, fileLength: Int
  ) -> Entry? {
    let numbers = (0..<5).map { number(table, index * Entry.byteCount + 8 * $0) }
    guard let offset = Int(exactly: numbers[0]), let byteCount = Int(exactly: numbers[3]),
      offset <= fileLength, byteCount <= fileLength - offset,
      numbers[1] <= ImageFile.maximumSide, numbers[2] <= ImageFile.maximumSide
    else { return nil }
    let (height, width) = (Int(numbers[1]), Int(numbers[2]))
    guard height == 0 || (width > 0 && height * width * 3 == byteCount) else { return nil }
    return Entry(
      offset: offset, height: height, width: width, byteCount: byteCount, checksum: numbers[4])
  }
}
