import Experiments
import Hummingbird
import Imaging
import Painting
import WebService

/// Serves pictures to painters: the page, the methods, and the log of what they do.
public struct PaintServer: Sendable {
  /// What painters did.
  public let log: PaintingLog

  private let desk: PaintDesk
  private let options: PaintServerOptions

  /// Opens the log and makes the methods.
  ///
  /// - Parameters:
  ///   - policy: who may paint which pictures, and how.
  ///   - kit: makes the methods.
  /// - Throws: ``PaintServerError``.
  public init(
    policy: any PaintingPolicy, kit: MethodKit, options: PaintServerOptions
  ) throws(PaintServerError) {
    let methods = try MethodList(kit, first: policy.method)
    log = try PaintingLog(path: options.database)
    self.options = options
    let studio = Studio(kit: kit)
    desk = PaintDesk(
      policy: policy, log: log, methods: methods, studio: studio,
      store: PictureStore(capacity: options.pictureMemory) { picture in
        Task { await studio.close(picture) }
      },
      uploads: PaintingLog.UploadBounds(
        perSession: options.uploadsPerSession, totalBytes: options.uploadStorage),
      isSecure: options.origin?.hasPrefix("https:") ?? false)
  }

  /// The method that pictures are painted with at first.
  public var firstMethod: String { desk.methods.first }

  /// Whether that method is guided by statistics of a whole picture: points do nothing then.
  public var isGuided: Bool { desk.methods.isFirstGuided }

  /// What to open in a browser, for a server that listens on a port; with the token where one is
  /// needed.
  public func address(port: Int) throws(PaintServerError) -> String {
    let place = options.origin ?? "http://127.0.0.1:\(port)"
    return options.isPublic ? "\(place)/?token=\(try log.token())" : "\(place)/"
  }

  /// Serves until the task is cancelled, then ends what is under way and closes the log.
  ///
  /// - Parameter onReady: called once with the port.
  public func run(
    onReady: @escaping @Sendable (_ port: Int) async -> Void
  ) async throws(PaintServerError) {
    defer { log.close() }
    let token = options.isPublic ? try log.token() : nil
    let warming = Task { await warmUp() }
    let tidying = Task { await tidy() }
    defer {
      warming.cancel()
      tidying.cancel()
    }
    do {
      try await WebListener(isPublic: options.isPublic, port: options.port)
        .run(router(token: token), onReady: onReady)
    } catch {
      throw .notListening(host: error.host, port: error.port, reason: error.reason)
    }
  }

  private func router(token: String?) -> Router<WebContext> {
    let router = Router(context: WebContext.self)
    router.add(middleware: SecurityHeaders<PaintRefusal>(imageSources: ["blob:"]))
    router.add(
      middleware: OwnSiteOnly<PaintRefusal>(origin: options.origin, isPublic: options.isPublic))
    if let token {
      router.add(middleware: TokenGate(token: token, isSecure: desk.isSecure))
    }
    PageRoutes().add(to: router)
    EntryRoutes(desk: desk).add(to: router)
    PictureRoutes(desk: desk).add(to: router)
    PaintRoutes(desk: desk).add(to: router)
    DocumentRoutes(desk: desk).add(to: router)
    return router
  }

  /// Seconds between two looks for what is idle, and the seconds after which it goes.
  private static let (tidyPause, idleTime) = (60, 300)

  /// Frees memory that nobody has used for a while.
  private func tidy() async {
    while (try? await Task.sleep(for: .seconds(Self.tidyPause))) != nil {
      await desk.studio.closeIdle(after: .seconds(Self.idleTime))
    }
  }

  /// Compiles the first method's network before the first painter waits for it.
  private func warmUp() async {
    let blank = PNGFile.encode(RGBImage(height: 8, width: 8))
    guard let picture = try? OpenPicture(blank, name: "blank") else { return }
    _ = try? await desk.studio.paint(
      painter: "", picture, PaintingState(method: desk.methods.first), selected: nil)
    await desk.studio.close(picture)
  }
}
