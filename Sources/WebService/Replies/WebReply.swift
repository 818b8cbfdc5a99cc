import Foundation
import HTTPTypes
import Hummingbird

/// Answers of a server.
public enum WebReply {
  /// A value as JSON with sorted keys.
  public static func json(
    _ value: some Encodable, status: HTTPResponse.Status = .ok
  ) -> Response {
    guard let data = jsonData(value) else { return Response(status: .internalServerError) }
    return bytes(ByteBuffer(bytes: data), type: "application/json; charset=utf-8", status: status)
  }

  /// The bytes of a value as JSON with sorted keys.
  public static func jsonData(_ value: some Encodable) -> Data? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try? encoder.encode(value)
  }

  /// Bytes of a media type.
  public static func bytes(
    _ buffer: ByteBuffer, type: String, status: HTTPResponse.Status = .ok
  ) -> Response {
    Response(
      status: status,
      headers: [.contentType: type, .contentLength: "\(buffer.readableBytes)"],
      body: ResponseBody(byteBuffer: buffer))
  }

  /// Nothing more to say.
  public static var done: Response { Response(status: .noContent) }
}
