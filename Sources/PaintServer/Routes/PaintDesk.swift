import Files
import Hummingbird
import Painting
import WebService

/// What all routes work with, and who asks.
struct PaintDesk: Sendable {
  let policy: any PaintingPolicy
  let log: PaintingLog
  let methods: MethodList
  let studio: Studio
  let store: PictureStore
  let uploads: PaintingLog.UploadBounds
  /// Whether cookies are for HTTPS only.
  let isSecure: Bool
  let gate = UploadGate()

  /// The painter's cookie.
  static let cookie = "hintbench_painter"

  /// The session that a request belongs to.
  func session(of request: Request) async throws(PaintRefusal) -> PaintingSession {
    guard let cookie = request.cookies[Self.cookie]?.value,
      let session = try await log.session(cookie: cookie)
    else { throw .noSession }
    return session
  }

  /// The picture that an address names, if it is the session's own and its turn has come.
  func painting(
    _ request: Request, _ context: WebContext
  ) async throws(PaintRefusal) -> Asked {
    let session = try await session(of: request)
    guard let token = context.parameters.get("id"), RandomToken.isToken(token) else {
      throw .notFound
    }
    let painting = try await log.painting(token, of: session)
    if !policy.isFree {
      let all = try await log.ownPaintings(of: session)
      let current = all.first { !$0.isOver }
      guard current?.id == painting.id else {
        throw painting.isOver ? .finished : .notAllowed
      }
    }
    return Asked(session: session, painting: painting)
  }

  /// The painting, and whose it is.
  struct Asked: Sendable {
    let session: PaintingSession
    let painting: LoggedPainting

    /// Under which name wishes wait for their turn.
    var painter: String { "\(session.id)" }
  }

  /// The decoded picture.
  func picture(_ asked: Asked) async throws(PaintRefusal) -> OpenPicture {
    let painting = asked.painting
    if painting.sha256.isEmpty {
      let offers = policy.pictures(of: asked.session.subject)
      guard offers.indices.contains(painting.position - 1),
        ExactName(offers[painting.position - 1].key) == ExactName(painting.key)
      else { throw .notFound }
      return try await store.picture(of: offers[painting.position - 1])
    }
    if let known = store.known(painting.sha256) { return known }
    guard let bytes = try? log.upload(painting.sha256) else { throw .notFound }
    return try await store.decode(bytes, name: painting.title)
  }

  /// SHA-256 of the picture's file in hexadecimal.
  func sha256(of asked: Asked) async throws(PaintRefusal) -> String {
    let known = asked.painting.sha256
    return known.isEmpty ? try await picture(asked).sha256 : known
  }

  /// Refuses what a study does not give.
  func checkFree() throws(PaintRefusal) {
    guard policy.isFree else { throw .notAllowed }
  }

  /// A painting of the session's own and a state of it that may be kept as a file; not in a study.
  func kept(
    _ request: Request, _ context: WebContext
  ) async throws(PaintRefusal) -> (asked: Asked, state: PaintingState) {
    try checkFree()
    let asked = try await painting(request, context)
    let wish = try await StateRequest.read(request)
    try checked(wish.state)
    return (asked, wish.state)
  }

  /// A state that is in range, under a method that is there.
  func checked(_ state: PaintingState) throws(PaintRefusal) {
    try methods.check(state.method)
    guard policy.isFree || state.method == methods.first else { throw .notAllowed }
    do throws(PaintingError) {
      _ = try state.hints()
      _ = try state.global.hints()
    } catch {
      throw .unusable(error.message)
    }
  }
}
