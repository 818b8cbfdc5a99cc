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
      suggestions: tellsSuggestions ? painting.suggestions : nil)
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
    let suggestions: [SuggestedColor]?
  }
}
