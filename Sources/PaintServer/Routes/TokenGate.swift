import HTTPTypes
import Hummingbird
import WebService

/// Lets in only browsers that have opened the address with the token once.
struct TokenGate: RouterMiddleware {
  typealias Context = WebContext

  let token: String
  let isSecure: Bool

  private static let cookie = "hintbench_access"

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    let right = RandomToken.fingerprint(token)
    if let given = request.uri.queryParameters["token"] {
      guard RandomToken.areEqual(String(given), token) else { throw PaintRefusal.noToken }
      // From now on the cookie opens, so that the token stays in no history.
      let subject = request.uri.queryParameters["subject"].map(String.init) ?? ""
      let isPlain = (1...64).contains(subject.utf8.count) && subject.utf8.allSatisfy(Self.isPlain)
      var response = Response(
        status: .seeOther, headers: [.location: isPlain ? "/?subject=\(subject)" : "/"])
      response.setCookie(
        Cookie(
          name: Self.cookie, value: right, maxAge: 30 * 86_400, path: "/", secure: isSecure,
          httpOnly: true, sameSite: .lax))
      return response
    }
    guard RandomToken.areEqual(request.cookies[Self.cookie]?.value ?? "", right) else {
      throw PaintRefusal.noToken
    }
    return try await next(request, context)
  }

  private static func isPlain(_ letter: UInt8) -> Bool {
    RandomToken.isToken(String(repeating: Character(UnicodeScalar(letter)), count: 16))
  }
}
