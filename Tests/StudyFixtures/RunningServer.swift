import Foundation
import StudyServer

/// A server in this process, on a free port.
public struct RunningServer: Sendable {
  /// Such as `http://127.0.0.1:43210`.
  public let address: String
  /// The experimenter's address, with the token.
  public let experimenterAddress: String
  /// The database's file.
  public let database: String

  private let task: Task<Void, any Error>

  /// Starts a server and waits until it listens.
  public static func start(
    _ design: String, options: ServerOptions = ServerOptions(port: 0)
  ) async throws -> RunningServer {
    let server = try StudyServer(design, options: options)
    let (ports, announced) = AsyncStream.makeStream(of: Int.self)
    let task = Task {
      defer { announced.finish() }
      try await server.run { port in announced.yield(port) }
    }
    for await port in ports {
      return RunningServer(
        address: server.address(port: port),
        experimenterAddress: server.experimenterAddress(port: port),
        database: server.database.path, task: task)
    }
    try await task.value
    throw CancellationError()
  }

  /// Ends it in good order.
  public func stop() async throws {
    task.cancel()
    try await task.value
  }
}
