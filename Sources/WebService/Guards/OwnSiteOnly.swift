import HTTPTypes
import Hummingbird

/// Lets a request through only where no page of another site can have sent it.
///
/// Browsers say where a request comes from (Fetch Metadata, https://www.w3.org/TR/fetch-metadata/,
/// and `Origin`, RFC 6454). The host must be one of ours too, so that a foreign name that was bent to
/// this machine (DNS rebinding) reaches nothing.
public struct OwnSiteOnly<Refusal: WebRefusal>: RouterMiddleware {
  /// What goes with a request.
  public typealias Context = WebContext

  private let origin: String?
  private let isPublic: Bool

  /// Makes the guard.
  ///
  /// - Parameters:
  ///   - origin: the public address, such as `https://study.example.org`; nil for a server on this
  ///     machine only.
  ///   - isPublic: whether any name of this machine may be used.
  public init(origin: String?, isPublic: Bool) {
    self.origin = origin
    self.isPublic = isPublic
  }

  /// Lets it through, or refuses.
  public func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    let host = request.head.authority ?? ""
    guard isOwn(host: host) else { throw Refusal.crossSite }
    guard request.method != .get, request.method != .head else {
      return try await next(request, context)
    }
    if let site = Self.header("sec-fetch-site", of: request), site != "same-origin" {
      throw Refusal.crossSite
    }
    if let sender = request.headers[.origin] {
      guard sender == "http://\(host)" || sender == "https://\(host)" || sender == origin else {
        throw Refusal.crossSite
      }
    }
    return try await next(request, context)
  }

  private func isOwn(host: String) -> Bool {
    if isPublic { return true }
    if let origin, origin.hasSuffix("://\(host)") { return true }
    var name = Substring(host)
    if let colon = name.lastIndex(of: ":"), !name.hasSuffix("]") { name = name[..<colon] }
    return ["127.0.0.1", "localhost", "[::1]"].contains(String(name))
  }

  private static func header(_ name: String, of request: Request) -> String? {
    HTTPField.Name(name).flatMap { request.headers[$0] }
  }
}
