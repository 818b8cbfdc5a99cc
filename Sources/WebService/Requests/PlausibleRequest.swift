import Foundation
import Hummingbird

/// What a page sends as JSON, and how far it is believed.
public protocol PlausibleRequest: Decodable, Sendable {
  /// Whether every value is in its range.
  var isPlausible: Bool { get }
}

extension PlausibleRequest {
  /// What a page sent, checked.
  ///
  /// - Parameter limit: longest body, in bytes.
  /// - Throws: what is wrong with the request.
  public static func read<Refusal: WebRefusal>(
    _ request: Request, limit: Int, refusing: Refusal.Type
  ) async throws(Refusal) -> Self {
    let media = request.headers[.contentType]?.split(separator: ";").first ?? ""
    guard media.lowercased() == "application/json" else { throw .notJSON }
    let body = try await BoundedBody.read(request, limit: limit, refusing: Refusal.self)
    guard let value = try? JSONDecoder().decode(Self.self, from: Data(body.readableBytesView)),
      value.isPlausible
    else { throw .badRequest }
    return value
  }
}
