import Hummingbird
import NIOCore
import Painting
import WebService

/// Pictures as the page sees them, new ones, and what was done to them.
struct PictureRoutes: Sendable {
  let desk: PaintDesk

  /// Longest side of the grey picture that the page shows, in pixels.
  private static let longestSide = 1600
  /// Longest body of events, in bytes.
  private static let eventsLimit = 4 << 20

  /// Adds the routes.
  func add(to router: Router<WebContext>) {
    router.post("api/pictures") { request, _ in try await upload(request) }
    let one = router.group("api/pictures/:id")
    one.get("gray.png") { try await gray($0, $1) }
    one.get("lightness") { try await lightness($0, $1) }
    one.get("events") { try await events($0, $1) }
    one.post("events") { try await append($0, $1) }
  }

  private func upload(_ request: Request) async throws(PaintRefusal) -> Response {
    guard desk.policy.allowsUploads else { throw .notAllowed }
    let session = try await desk.session(of: request)
    let name = try PictureName.read(request)
    let painting = try await desk.gate.pass { () async throws(PaintRefusal) in
      let body = try await BoundedBody.read(
        request, limit: OpenPicture.mostBytes, refusing: PaintRefusal.self)
      let bytes = [UInt8](body.readableBytesView)
      let picture = try await desk.store.decode(bytes, name: name)
      return try await desk.log.keepUpload(
        bytes, sha256: picture.sha256, title: picture.name, of: session, bounds: desk.uploads)
    }
    return WebReply.json(PictureReply(painting), status: .created)
  }

  private func gray(
    _ request: Request, _ context: WebContext
  ) async throws(PaintRefusal) -> Response {
    let picture = try await desk.picture(desk.painting(request, context))
    let png = await desk.store.work { picture.grayPNG(longestSide: Self.longestSide) }
    return WebReply.bytes(ByteBuffer(bytes: png), type: "image/png")
  }

  /// L* at the working size, 256 rows of 256 little-endian 32-bit numbers.
  private func lightness(
    _ request: Request, _ context: WebContext
  ) async throws(PaintRefusal) -> Response {
    let values = try await desk.picture(desk.painting(request, context)).lightness.values
    var buffer = ByteBuffer()
    buffer.reserveCapacity(4 * values.count)
    for value in values { buffer.writeInteger(Float(value).bitPattern, endianness: .little) }
    return WebReply.bytes(buffer, type: "application/octet-stream")
  }

  private func events(
    _ request: Request, _ context: WebContext
  ) async throws(PaintRefusal) -> Response {
    let painting = try await desk.painting(request, context).painting
    return WebReply.json(["events": try await desk.log.ownEvents(of: painting).map(\.event)])
  }

  private func append(
    _ request: Request, _ context: WebContext
  ) async throws(PaintRefusal) -> Response {
    let painting = try await desk.painting(request, context).painting
    let asked = try await EventsRequest.read(request, limit: Self.eventsLimit)
    for event in asked.events { try desk.checked(event.state) }
    let next = try await desk.log.append(
      asked.events, to: painting.id, finishes: !desk.policy.isFree)
    return WebReply.json(["next": next])
  }
}
