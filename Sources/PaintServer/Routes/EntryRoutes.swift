import Hummingbird
import WebService

/// How a page gets in.
struct EntryRoutes: Sendable {
  let desk: PaintDesk

  /// Adds the routes.
  func add(to router: Router<WebContext>) {
    router.post("api/enter") { request, _ in try await enter(request) }
    router.get("api/methods") { request, _ in try await methods(request) }
    router.get("api/pictures") { request, _ in try await pictures(request) }
  }

  private func enter(_ request: Request) async throws(PaintRefusal) -> Response {
    let asked = try await EnterRequest.read(request)
    if let cookie = request.cookies[PaintDesk.cookie]?.value,
      let session = try await desk.log.session(cookie: cookie),
      asked.subject == nil || asked.subject == session.wish
    {
      return WebReply.json(try await reply(session))
    }
    let (session, secret) = try await desk.log.begin(desk.policy, wish: asked.subject)
    var response = WebReply.json(try await reply(session), status: .created)
    response.setCookie(
      Cookie(
        name: PaintDesk.cookie, value: secret, maxAge: 30 * 86_400, path: "/",
        secure: desk.isSecure, httpOnly: true, sameSite: .strict))
    return response
  }

  private func methods(_ request: Request) async throws(PaintRefusal) -> Response {
    try desk.checkFree()
    _ = try await desk.session(of: request)
    return WebReply.json(["methods": desk.methods.entries])
  }

  private func pictures(_ request: Request) async throws(PaintRefusal) -> Response {
    let session = try await desk.session(of: request)
    let paintings = try await desk.log.ownPaintings(of: session)
    return WebReply.json(PictureList(paintings, desk.policy))
  }

  private func reply(_ session: PaintingSession) async throws(PaintRefusal) -> EnterReply {
    EnterReply(desk, try await desk.log.ownPaintings(of: session))
  }
}
