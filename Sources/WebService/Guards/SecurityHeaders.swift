import HTTPTypes
import Hummingbird

/// Puts on every answer what keeps a page to itself, and turns every failure into a refusal.
public struct SecurityHeaders<Refusal: WebRefusal>: RouterMiddleware {
  /// What goes with a request.
  public typealias Context = WebContext

  private let headers: HTTPFields

  /// Makes the guard.
  ///
  /// - Parameter imageSources: where the page's pictures may come from besides the server, such as
  ///   `blob:`.
  public init(imageSources: [String] = []) { headers = Self.headers(imageSources) }

  /// Nothing but our own scripts, styles and pictures; nobody may frame the page.
  ///
  /// Isolation (COOP and COEP) gives the page clocks of finer steps.
  private static func headers(_ imageSources: [String]) -> HTTPFields {
    var headers = HTTPFields()
    let images = (["'self'"] + imageSources).joined(separator: " ")
    headers[.contentSecurityPolicy] =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src \(images); "
      + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    headers[.xContentTypeOptions] = "nosniff"
    headers[.cacheControl] = "no-store, no-transform"
    for (name, value) in [
      ("referrer-policy", "no-referrer"), ("x-frame-options", "DENY"),
      ("cross-origin-opener-policy", "same-origin"),
      ("cross-origin-embedder-policy", "require-corp"),
      ("cross-origin-resource-policy", "same-origin"),
      ("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
    ] {
      if let name = HTTPField.Name(name) { headers[name] = value }
    }
    return headers
  }

  /// Answers, whatever happens.
  public func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var response: Response
    do {
      response = try await next(request, context)
    } catch let refusal as Refusal {
      response = refusal.reply
    } catch let error as HTTPError {
      let refusal: Refusal = error.status == .notFound ? .notFound : .badRequest
      response = refusal.reply
    }
    response.headers.append(contentsOf: headers)
    return response
  }
}
