import Foundation
import NIOHTTP1
import PlainHTTP

/// A page without a page: every request can be as it should be, or not.
public protocol HandVisit: Sendable {
  var address: String { get }
  /// The value of the `cookie` field; nil for none.
  var cookieField: String? { get }
}

extension HandVisit {
  /// Sends a request with the cookie, unless the headers bring one.
  public func send(
    _ method: HTTPMethod, _ path: String, headers: [(String, String)] = [], body: Data? = nil
  ) async throws -> Heard {
    var fields = HTTPHeaders()
    for (name, value) in headers { fields.replaceOrAdd(name: name, value: value) }
    if let cookieField, !fields.contains(name: "cookie") {
      fields.add(name: "cookie", value: cookieField)
    }
    let reply = try await PlainConnection(address)
      .send(method, path, headers: fields, body: body)
    return Heard(status: reply.status, headers: reply.headers, body: reply.body)
  }

  /// Asks for a page or a file.
  public func get(_ path: String) async throws -> Heard { try await send(.GET, path) }

  /// Posts JSON as our pages do.
  public func post(
    _ path: String, _ value: JSONValue, headers: [(String, String)] = []
  ) async throws -> Heard {
    try await send(
      .POST, path,
      headers: [
        ("content-type", "application/json"), ("origin", address),
        ("sec-fetch-site", "same-origin"),
      ] + headers, body: try JSONEncoder().encode(value))
  }
}
