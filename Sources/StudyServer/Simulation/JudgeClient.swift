import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import PerceptualStudy

/// The HTTP requests of one judge, with the cookie and the page's token.
struct JudgeClient: Sendable {
  let client: HTTPClient
  /// Such as `http://127.0.0.1:8080`.
  let server: String
  /// Seconds that a silent server is tried again.
  let patience: Double
  let tab = RandomToken.make()

  private static let replyLimit = 16 << 20

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
    var request = HTTPClientRequest(url: server + path)
    request.method = .POST
    request.headers.add(name: "content-type", value: "application/json")
    request.headers.add(name: "origin", value: server)
    request.body = .bytes(data)
    return try await send(request, cookie: cookie)
  }

  /// Gets what stands under a path.
  func get(_ path: String, cookie: String?) async throws(StudyServerError) -> Answered {
    try await send(HTTPClientRequest(url: server + path), cookie: cookie)
  }

  private func send(
    _ request: HTTPClientRequest, cookie: String?
  ) async throws(StudyServerError) -> Answered {
    var request = request
    if let cookie {
      request.headers.add(name: "cookie", value: "\(JudgeRoutes.cookie)=\(cookie)")
    }
    let deadline = ContinuousClock.now + .seconds(patience)
    var (retries, reason) = (0, "")
    while ContinuousClock.now < deadline {
      do {
        let response = try await client.execute(request, timeout: .seconds(20))
        let body = try await response.body.collect(upTo: Self.replyLimit)
        if response.status.code < 500 {
          return Answered(
            status: Int(response.status.code), cookie: Self.cookie(of: response),
            body: Data(body.readableBytesView), retries: retries)
        }
        reason = "status \(response.status.code)"
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

  private static func cookie(of response: HTTPClientResponse) -> String? {
    let prefix = JudgeRoutes.cookie + "="
    return response.headers["set-cookie"].first { $0.hasPrefix(prefix) }
      .map { String($0.dropFirst(prefix.count).prefix { $0 != ";" }) }
  }
}
