import Colorization
import Foundation
import Hummingbird
import NIOCore
import Painting
import WebService

/// A result: the length of a JSON text as four bytes, little-endian; the JSON; then the pixels of the
/// working size, 256 rows of 256 times red, green, blue.
///
/// Raw pixels cost neither side any coding.
enum PaintReply {
  /// - Parameter tellsSuggestions: whether some were asked for; otherwise there is no word of them.
  static func response(
    _ painting: Painting, version: Int, tellsSuggestions: Bool
  ) -> Response {
    let facts = Facts(
      version: version, seconds: painting.seconds,
      suggestions: tellsSuggestions ? painting.suggestions.map(Suggestion.init) : nil)
    guard let json = WebReply.jsonData(facts) else { return Response(status: .internalServerError) }
    var buffer = ByteBuffer()
    buffer.reserveCapacity(4 + json.count + painting.picture.pixels.count)
    buffer.writeInteger(UInt32(json.count), endianness: .little)
    buffer.writeBytes(json)
    buffer.writeBytes(painting.picture.pixels)
    return WebReply.bytes(buffer, type: "application/octet-stream")
  }

  private struct Facts: Encodable {
    let version: Int
    let seconds: Double
    let suggestions: [Suggestion]?
  }

  private struct Suggestion: Encodable {
    let rank: Int
    let a: Double
    let b: Double
    let red: UInt8
    let green: UInt8
    let blue: UInt8
    let probability: Double

    init(_ color: SuggestedColor) {
      rank = color.rank
      a = color.a
      b = color.b
      red = color.red
      green = color.green
      blue = color.blue
      probability = color.probability
    }
  }
}
