import Foundation
import NIOHTTP1

/// What a server said.
public struct Heard: Sendable {
  /// The status, such as 200.
  public let status: Int
  /// All fields of the head.
  public let headers: HTTPHeaders
  /// The bytes after the head.
  public let body: Data

  /// The body as JSON; null where it is none.
  public var json: JSONValue { (try? JSONDecoder().decode(JSONValue.self, from: body)) ?? .null }

  /// The server's name for a refusal.
  public var refusal: String? { json["error"]?.string }

  /// The body as text.
  public var text: String { String(decoding: body, as: UTF8.self) }
}
