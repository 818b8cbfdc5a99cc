import Foundation
import HTTPTypes
import Hummingbird

/// Answers of the server.
enum Reply {
  /// A value as JSON with sorted keys.
  static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) -> Response {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else {
      return Response(status: .internalServerError)
    }
    return bytes(ByteBuffer(bytes: data), type: "application/json; charset=utf-8", status: status)
  }

  /// Bytes of a media type.
  static func bytes(
    _ buffer: ByteBuffer, type: String, status: HTTPResponse.Status = .ok
  ) -> Response {
    Response(
      status: status,
      headers: [.contentType: type, .contentLength: "\(buffer.readableBytes)"],
      body: ResponseBody(byteBuffer: buffer))
  }

  /// Nothing more to say.
  static var done: Response { Response(status: .noContent) }
}
