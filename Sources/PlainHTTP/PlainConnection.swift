import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix

/// A connection to one of this package's servers: HTTP/1.1 without TLS, kept open from request to
/// request, for simulated users and tests.
///
/// General clients bring TLS and HTTP/2, which take minutes to build and are of no use on a loopback.
/// Requests go one after the other; whoever wants several at once opens several connections.
public actor PlainConnection {
  private let host: String
  private let port: Int
  private var channel: (any Channel)?
  private var isBusy = false
  private var queue: [CheckedContinuation<Void, Never>] = []

  /// Longest body taken, in bytes.
  private static let longestReply = 64 << 20

  /// A connection that opens with its first request.
  ///
  /// - Parameter address: `http://HOST:PORT`, without a path.
  /// - Throws: ``PlainHTTPError/badAddress(_:)``.
  public init(_ address: String) throws(PlainHTTPError) {
    guard let url = URL(string: address), url.scheme == "http", let host = url.host,
      url.path.isEmpty || url.path == "/"
    else { throw .badAddress(address) }
    self.host = host
    port = url.port ?? 80
  }

  deinit { channel?.close(promise: nil) }

  /// Sends a request and waits for the whole answer.
  ///
  /// A connection that the server has closed in the meantime is opened again.
  ///
  /// - Parameters:
  ///   - path: with its query, sent as it is.
  ///   - seconds: to wait for the answer.
  /// - Throws: ``PlainHTTPError``, or what opening the connection throws.
  public func send(
    _ method: HTTPMethod, _ path: String, headers: HTTPHeaders = [:], body: Data? = nil,
    seconds: Int64 = 120
  ) async throws -> PlainReply {
    await takeTurn()
    defer { passTurn() }
    let channel = try await opened()
    var head = HTTPRequestHead(version: .http1_1, method: method, uri: path, headers: headers)
    if !head.headers.contains(name: "host") {
      head.headers.add(name: "host", value: "\(host):\(port)")
    }
    if let body { head.headers.replaceOrAdd(name: "content-length", value: "\(body.count)") }
    let promise = channel.eventLoop.makePromise(of: PlainReply.self)
    let timeout = channel.eventLoop.scheduleTask(in: .seconds(seconds)) {
      promise.fail(PlainHTTPError.timeout)
      channel.close(promise: nil)
    }
    let request = ReplyHandler.Request(
      head: head, body: body.map { ByteBuffer(bytes: $0) }, promise: promise,
      longest: Self.longestReply)
    channel.writeAndFlush(request, promise: nil)
    defer { timeout.cancel() }
    do {
      return try await promise.futureResult.get()
    } catch {
      self.channel = nil
      channel.close(promise: nil)
      throw error
    }
  }

  private func opened() async throws -> any Channel {
    if let channel, channel.isActive { return channel }
    let made = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .channelOption(.tcpOption(.tcp_nodelay), value: 1)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHTTPClientHandlers()
          try channel.pipeline.syncOperations.addHandler(ReplyHandler())
        }
      }
      .connect(host: host, port: port).get()
    channel = made
    return made
  }

  private func takeTurn() async {
    guard isBusy else {
      isBusy = true
      return
    }
    await withCheckedContinuation { queue.append($0) }
  }

  private func passTurn() {
    if queue.isEmpty { isBusy = false } else { queue.removeFirst().resume() }
  }
}
