import Foundation
import NIOHTTP1
import PerceptualStudy
import PlainHTTP
import WebService

/// The HTTP requests of one judge, with the cookie and the page's token.
struct JudgeClient: Sendable {
  let connection: PlainConnection
  /// Such as `http://127.0.0.1:8080`.
  let server: String
  /// Seconds that a silent server is tried again.
  let patience: Double
  let tab = RandomToken.make()

  init(server: String, patience: Double) throws(StudyServerError) {
    do {
      connection = try PlainConnection(server)
    } catch {
      throw .badServer(url: server, reason: error.description)
    }
    self.server = server
    self.patience = patience
  }

  /// An answer of the server.
  struct Answered: Sendable {
    let status: Int
    let cookie: String?
    let body: Data
    /// How often the request had to be sent again.
    let retries: Int
  }

  /// Posts a value, again and again while the server is silent or cannot store it.
  func post(
    _ path: String, _ value: some Encodable & Sendable, cookie: String? = nil
  ) async throws(StudyServerError) -> Answered {
    guard let data = try? JSONEncoder().encode(value) else {
      throw .badServer(url: server + path, reason: "the request cannot be written")
    }
    return try await send(
      .POST, path, headers: ["content-type": "application/json", "origin": server], body: data,
      cookie: cookie)
  }

  /// Gets what stands under a path.
  func get(_ path: String, cookie: String?) async throws(StudyServerError) -> Answered {
    try await send(.GET, path, headers: [:], body: nil, cookie: cookie)
  }

  private func send(
    _ method: HTTPMethod, _ path: String, headers: HTTPHeaders, body: Data?, cookie: String?
  ) async throws(StudyServerError) -> Answered {
    var headers = headers
    if let cookie {
      headers.add(name: "cookie", value: "\(JudgeRoutes.cookie)=\(cookie)")
    }
    let deadline = ContinuousClock.now + .seconds(patience)
    var (retries, reason) = (0, "")
    while ContinuousClock.now < deadline {
      do {
        let reply = try await connection.send(method, path, headers: headers, body: body)
        if reply.status < 500 {
          return Answered(
            status: reply.status, cookie: Self.cookie(of: reply), body: reply.body,
            retries: retries)
        }
        reason = "status \(reply.status)"
      } catch is CancellationError {
        throw .badServer(url: server, reason: "stopped")
      } catch {
        reason = "\(error)"
      }
      retries += 1
      guard (try? await Task.sleep(for: .milliseconds(min(50 * retries, 500)))) != nil else {
        break
      }
    }
    throw .badServer(url: server, reason: reason)
  }

  private static func cookie(of reply: PlainReply) -> String? {
    let prefix = JudgeRoutes.cookie + "="
    return reply.headers["set-cookie"].first { $0.hasPrefix(prefix) }
      .map { String($0.dropFirst(prefix.count).prefix { $0 != ";" }) }
  }
}
