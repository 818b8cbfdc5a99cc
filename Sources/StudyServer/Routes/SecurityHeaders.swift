import HTTPTypes
import Hummingbird

/// Puts on every answer what keeps a page to itself, and turns every failure into a ``Refusal``.
struct SecurityHeaders: RouterMiddleware {
  typealias Context = JudgeContext

  /// Nothing but our own scripts, styles and pictures; nobody may frame the page.
  ///
  /// Isolation (COOP and COEP) gives the page clocks of finer steps.
  private static let headers: HTTPFields = {
    var headers = HTTPFields()
    headers[.contentSecurityPolicy] =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
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
  }()

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var response: Response
    do {
      response = try await next(request, context)
    } catch let refusal as Refusal {
      response = refusal.response(from: request, context: context)
    } catch let error as HTTPError {
      let refusal: Refusal = error.status == .notFound ? .notFound : .badRequest
      response = refusal.response(from: request, context: context)
    }
    response.headers.append(contentsOf: Self.headers)
    return response
  }
}
