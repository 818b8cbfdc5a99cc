import Experiments
import Foundation
import PaintServer

/// A painting server in this process, on a free port.
public struct RunningPaintServer: Sendable {
  /// Such as `http://127.0.0.1:43210`.
  public let address: String
  /// What to open in a browser, with the token where one is needed.
  public let entrance: String
  /// What painters did.
  public let log: PaintingLog

  private let task: Task<Void, any Error>

  /// Starts a server and waits until it listens.
  public static func start(
    _ policy: any PaintingPolicy, kit: MethodKit, options: PaintServerOptions
  ) async throws -> RunningPaintServer {
    let server = try PaintServer(policy: policy, kit: kit, options: options)
    let (ports, announced) = AsyncStream.makeStream(of: Int.self)
    let task = Task {
      defer { announced.finish() }
      try await server.run { port in announced.yield(port) }
    }
    for await port in ports {
      return RunningPaintServer(
        address: "http://127.0.0.1:\(port)", entrance: try server.address(port: port),
        log: server.log, task: task)
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
