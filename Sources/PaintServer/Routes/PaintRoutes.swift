import Colorization
import Hummingbird
import Imaging
import Painting
import WebService

/// Results.
struct PaintRoutes: Sendable {
  let desk: PaintDesk

  /// Adds the routes.
  func add(to router: Router<WebContext>) {
    let one = router.group("api/pictures/:id")
    one.post("paint") { try await paint($0, $1) }
    one.post("full") { try await full($0, $1) }
    one.post("working") { try await working($0, $1) }
    one.post("reference") { try await reference($0, $1) }
  }

  private func paint(
    _ request: Request, _ context: WebContext
  ) async throws(PaintRefusal) -> Response {
    let asked = try await desk.painting(request, context)
    let wish = try await PaintRequest.read(request)
    try desk.checked(wish.state)
    let picture = try await desk.picture(asked)
    // Without a place, or in an arm without suggestions, the answer does not speak of any.
    let selected = asked.painting.arm == .full ? wish.selected : nil
    let result = try await Self.refusing { () async throws in
      try await desk.studio.paint(
        painter: asked.painter, picture, wish.state, selected: selected)
    }
    guard let result else { throw .superseded }
    return PaintReply.response(
      result, version: wish.version, tellsSuggestions: selected != nil)
  }

  /// The picture at its own size, as `hintbench colorize --size full` makes it.
  private func full(
    _ request: Request, _ context: WebContext
  ) async throws(PaintRefusal) -> Response {
    let (asked, state) = try await desk.kept(request, context)
    let picture = try await desk.picture(asked)
    let result = try await Self.refusing { () async throws in
      try await desk.studio.paintFullSize(painter: asked.painter, picture, state)
    }
    let png = await desk.store.encode(result)
    let name = Download.stem(picture.name) + "-color.png"
    return Download.response(png, type: "image/png", name: name)
  }

  /// The picture at the working size, as `hintbench colorize` makes it.
  private func working(
    _ request: Request, _ context: WebContext
  ) async throws(PaintRefusal) -> Response {
    let (asked, state) = try await desk.kept(request, context)
    let picture = try await desk.picture(asked)
    let result = try await Self.refusing { () async throws in
      try await desk.studio.paint(
        painter: asked.painter + " keeps", picture, state, selected: nil)
    }
    guard let result else { throw .superseded }
    let png = await desk.store.encode(result.picture)
    let name = Download.stem(picture.name) + "-256.png"
    return Download.response(png, type: "image/png", name: name)
  }

  /// Measures another picture, to ask for its colours; nothing of it is kept.
  private func reference(
    _ request: Request, _ context: WebContext
  ) async throws(PaintRefusal) -> Response {
    try desk.checkFree()
    _ = try await desk.painting(request, context)
    let name = try PictureName.read(request)
    let wish = try await desk.gate.pass { () async throws(PaintRefusal) in
      let body = try await BoundedBody.read(
        request, limit: OpenPicture.mostBytes, refusing: PaintRefusal.self)
      let bytes = [UInt8](body.readableBytesView)
      return try await desk.store.measure(bytes, name: name)
    }
    return WebReply.json(wish)
  }

  private static func refusing<Value>(
    _ body: () async throws -> Value
  ) async throws(PaintRefusal) -> Value {
    do {
      return try await body()
    } catch PaintingError.methodFailed(let reason, _) {
      throw .methodFailed(reason)
    } catch let error as PaintingError {
      throw .unusable(error.message)
    } catch {
      throw .methodFailed("The method failed.")
    }
  }
}
