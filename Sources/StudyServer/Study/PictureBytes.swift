import Foundation

/// A PNG picture reduced to what is needed to see it, so that it can be made as long as all others.
///
/// Portable Network Graphics, Third Edition, W3C 2025, §5 and §11: https://www.w3.org/TR/png-3/.
struct PictureBytes: Sendable {
  /// Columns and rows.
  let (width, height): (Int, Int)
  /// Signature, header and pixels; without metadata and without the end.
  let body: Data

  /// Bytes that the smallest padding adds, the end included.
  static let overhead = 24

  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  private static let end: [UInt8] = [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]
  /// A private chunk, not needed to see the picture, that any program may copy.
  private static let padding = Array("paDd".utf8)
  private static let kept: Set<String> = ["IHDR", "PLTE", "IDAT"]

  /// Why bytes are no picture.
  enum Fault: Error, Equatable {
    case signature
    case truncated
    case checksum
    case noHeader
    case noPixels

    /// In prose.
    var reason: String {
      switch self {
      case .signature: "it is no PNG file"
      case .truncated: "it ends before its end"
      case .checksum: "a checksum in it is wrong"
      case .noHeader: "it has no usable header"
      case .noPixels: "it has no pixels"
      }
    }
  }

  /// Takes a picture file apart, checking every chunk.
  init(_ file: Data) throws(Fault) {
    let bytes = [UInt8](file)
    guard bytes.starts(with: Self.signature) else { throw .signature }
    var body = Self.signature
    var size: (width: Int, height: Int)?
    var (position, hasPixels, isAtEnd) = (Self.signature.count, false, false)
    while !isAtEnd {
      guard position + 12 <= bytes.count else { throw .truncated }
      let length = Self.number(bytes, at: position)
      guard length <= bytes.count - position - 12 else { throw .truncated }
      let content = (position + 4)..<(position + 8 + length)
      guard UInt32(Self.number(bytes, at: content.upperBound)) == CRC32.of(bytes[content]) else {
        throw .checksum
      }
      let type = String(decoding: bytes[content.prefix(4)], as: UTF8.self)
      if type == "IHDR" {
        guard size == nil, length == 13, position == Self.signature.count else { throw .noHeader }
        size = (Self.number(bytes, at: position + 8), Self.number(bytes, at: position + 12))
      }
      if Self.kept.contains(type) { body += bytes[position..<(content.upperBound + 4)] }
      hasPixels = hasPixels || (type == "IDAT" && length > 0)
      isAtEnd = type == "IEND"
      position = content.upperBound + 4
    }
    guard let size, size.width > 0, size.height > 0 else { throw .noHeader }
    guard hasPixels else { throw .noPixels }
    (width, height) = size
    self.body = Data(body)
  }

  /// The picture as a file of exactly so many bytes, at least ``overhead`` more than ``body``.
  func file(padded length: Int) -> [UInt8] {
    let count = length - body.count - Self.overhead
    precondition(count >= 0, "a picture is padded to at least its own length")
    let content = Self.padding + [UInt8](repeating: 0, count: count)
    return [UInt8](body) + Self.bytes(UInt32(count)) + content + Self.bytes(CRC32.of(content[...]))
      + Self.end
  }

  /// The picture inside a file that ``file(padded:)`` made: everything before the padding.
  static func unpadded(_ file: Data) throws(Fault) -> Data { try PictureBytes(file).body }

  private static func number(_ bytes: [UInt8], at position: Int) -> Int {
    bytes[position..<(position + 4)].reduce(0) { $0 << 8 | Int($1) }
  }

  private static func bytes(_ number: UInt32) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian) { Array($0) }
  }
}
