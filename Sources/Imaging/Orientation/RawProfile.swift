/// Bytes as ImageMagick writes them into a text: a line with the profile's name, one with the number of
/// bytes, then the bytes in hexadecimal, in lines.
enum RawProfile {
  private static let newline = UInt8(ascii: "\n")
  private static let space: Set<UInt8> = Set(" \t\r\n".utf8)

  /// The bytes; nil for a text that is none of these, is cut short or states another length than it
  /// has.
  static func bytes(of text: ArraySlice<UInt8>) -> [UInt8]? {
    let named = text.drop(while: space.contains)
    guard let nameEnd = named.firstIndex(of: newline) else { return nil }
    let counted = named[nameEnd...].drop(while: space.contains)
    guard let countEnd = counted.firstIndex(where: space.contains),
      let count = Int(String(decoding: counted[..<countEnd].prefix(12), as: UTF8.self)),
      count > 0, count <= text.count / 2
    else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    var high: UInt8?
    for character in counted[countEnd...] where !space.contains(character) {
      guard let digit = digit(character) else { return nil }
      if let first = high {
        bytes.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    return bytes.count == count && high == nil ? bytes : nil
  }

  private static func digit(_ character: UInt8) -> UInt8? {
    switch character {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): character - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
