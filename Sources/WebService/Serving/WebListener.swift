import Foundation
import Hummingbird
import HummingbirdCore
import Logging

/// Listens, and answers by a router.
public struct WebListener: Sendable {
  /// Nothing can listen there.
  public struct Failure: Error {
    /// The interface.
    public let host: String
    /// The port.
    public let port: Int
    /// Why not.
    public let reason: String
  }

  private let host: String
  private let port: Int

  /// Connections at a time.
  private static let connectionLimit = 4096

  /// Chooses where to listen.
  ///
  /// - Parameters:
  ///   - isPublic: whether other machines may connect.
  ///   - port: 0 for any free one.
  public init(isPublic: Bool, port: Int) {
    host = isPublic ? "0.0.0.0" : "127.0.0.1"
    self.port = port
  }

  /// Serves until the task is cancelled, then ends what is under way.
  ///
  /// - Parameter onReady: called once with the port.
  public func run(
    _ router: Router<WebContext>, onReady: @escaping @Sendable (_ port: Int) async -> Void
  ) async throws(Failure) {
    var logger = Logger(label: "hintbench")
    // Anything more talkative would write addresses of people.
    logger.logLevel = .critical
    let application = Application(
      router: router,
      server: .http1(configuration: .init(idleTimeout: .seconds(90))),
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port), backlog: 1024,
        availableConnectionsDelegate: MaximumAvailableConnections(Self.connectionLimit)),
      onServerRunning: { channel in await onReady(channel.localAddress?.port ?? 0) },
      logger: logger)
    do {
      try await application.run()
    } catch {
      // However the services take it that they are to end: that is no fault.
      if Task.isCancelled { return }
      throw Failure(host: host, port: port, reason: "\(error)")
    }
  }
}
