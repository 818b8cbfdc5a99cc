import Foundation
import Imaging
import Painting
import Prose

/// A result as it comes from the server: the length of a JSON text as four bytes, little-endian, the
/// JSON, and the pixels of the working size.
struct PaintedBody {
  let picture: RGBImage
  let suggestions: [Suggestion]

  struct Suggestion: Decodable {
    let a: Double
    let b: Double
    let red: UInt8
    let green: UInt8
    let blue: UInt8

    /// `#rrggbb`.
    var hexadecimal: String { "#" + [red, green, blue].hexadecimal }
  }

  private struct Facts: Decodable {
    /// Left out where none were asked for.
    let suggestions: [Suggestion]?
  }

  /// Reads an answer; nil for what is none.
  init?(_ body: Data) {
    let bytes = [UInt8](body)
    guard bytes.count >= 4 else { return nil }
    let length = (0..<4).reduce(0) { $0 | Int(bytes[$1]) << (8 * $1) }
    let side = OpenPicture.side
    guard bytes.count == 4 + length + 3 * side * side,
      let facts = try? JSONDecoder().decode(Facts.self, from: Data(bytes[4..<(4 + length)]))
    else { return nil }
    suggestions = facts.suggestions ?? []
    picture = RGBImage(height: side, width: side, pixels: Array(bytes[(4 + length)...]))
  }
}
