import Colorization
import Experiments
import Files
import Foundation
import Hummingbird
import Painting
import WebService

/// Points and sessions as files.
struct DocumentRoutes: Sendable {
  let desk: PaintDesk

  /// Adds the routes.
  func add(to router: Router<WebContext>) {
    let one = router.group("api/pictures/:id")
    one.post("points") { try await points($0, $1) }
    one.post("document") { try await document($0, $1) }
    router.post("api/documents") { request, _ in try await open(request) }
  }

  /// The points as `hints.csv`.
  private func points(
    _ request: Request, _ context: WebContext
  ) async throws(PaintRefusal) -> Response {
    let (_, state) = try await desk.kept(request, context)
    do throws(PaintingError) {
      let data = HintsFile.data(try state.hints())
      return Download.response(data, type: "text/csv; charset=utf-8", name: "hints.csv")
    } catch {
      throw .unusable(error.message)
    }
  }

  /// The session as a file that opens again.
  private func document(
    _ request: Request, _ context: WebContext
  ) async throws(PaintRefusal) -> Response {
    let (asked, state) = try await desk.kept(request, context)
    let picture = try await desk.picture(asked)
    guard let data = try? PaintingDocument(picture, state: state).data() else {
      throw .badRequest
    }
    let name = Download.stem(picture.name) + ".painting.json"
    return Download.response(data, type: "application/json; charset=utf-8", name: name)
  }

  /// Reads a session's file: which picture it belongs to, and its state.
  private func open(_ request: Request) async throws(PaintRefusal) -> Response {
    try desk.checkFree()
    let session = try await desk.session(of: request)
    let name = try PictureName.read(request)
    let body = try await BoundedBody.read(
      request, limit: PaintingDocument.mostBytes, refusing: PaintRefusal.self)
    let read: PaintingDocument
    do {
      read = try PaintingDocument.read(Data(body.readableBytesView), name: name)
    } catch {
      throw .unusable(error.message)
    }
    try desk.checked(read.state)
    for painting in try await desk.log.ownPaintings(of: session).reversed() {
      let asked = PaintDesk.Asked(session: session, painting: painting)
      // A picture of the policy is opened for its hash only where the name says so, byte for byte.
      guard !painting.sha256.isEmpty || ExactName(painting.title) == ExactName(read.picture)
      else { continue }
      if try await desk.sha256(of: asked) == read.sha256 {
        return WebReply.json(OpenedDocument(picture: painting.token, state: read.state))
      }
    }
    let error = PaintingError.otherPicture(name: name, expected: read.picture)
    throw .unusable(error.message)
  }

  private struct OpenedDocument: Encodable {
    let picture: String
    let state: PaintingState
  }
}
