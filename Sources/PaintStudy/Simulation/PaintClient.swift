import Foundation
import NIOHTTP1
import Painting
import PlainHTTP

/// The HTTP requests of one painter, with the cookie of the session.
actor PaintClient {
  /// Such as `http://127.0.0.1:8080`.
  nonisolated let server: String

  private let connection: PlainConnection
  /// Seconds that a silent server is tried again.
  private let patience: Double
  private var cookie: String?
  private var version = 0
  /// Milliseconds from asking for a result to having it, in order.
  private(set) var latencies: [Double] = []
  /// Requests that had to be sent again.
  private(set) var retries = 0

  private static let cookieName = "hintbench_painter"

  /// A painter who has not entered yet.
  init(server: String, patience: Double) throws(PaintStudyError) {
    var address = server[...]
    while address.hasSuffix("/") { address = address.dropLast() }
    self.server = String(address)
    self.patience = patience
    do { connection = try PlainConnection(self.server) } catch {
      throw .badServer(url: server, reason: error.description)
    }
  }

  /// Opens a session.
  func enter(subject: String) async throws(PaintStudyError) -> EnteredBody {
    let path = "/api/enter"
    return try decoded(try await post(path, EnterBody(subject: subject)), from: path)
  }

  /// What colours are chosen with, for the picture whose turn it is; nil for others.
  func controls(of picture: String) async throws(PaintStudyError) -> String? {
    let path = "/api/pictures"
    let list: PicturesBody = try decoded(try await send(.GET, path, body: nil), from: path)
    return list.pictures.first { $0.id == picture }?.controls
  }

  /// L* of a picture at the working size.
  func lightness(_ picture: String) async throws(PaintStudyError) -> [Float] {
    let path = "/api/pictures/\(picture)/lightness"
    let bytes = [UInt8](try await send(.GET, path, body: nil))
    guard bytes.count == 4 * OpenPicture.side * OpenPicture.side else { throw strange(path) }
    return stride(from: 0, to: bytes.count, by: 4).map { place in
      Float(
        bitPattern: (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[place + $1]) << (8 * $1) })
    }
  }

  /// Asks for a result.
  func paint(
    _ picture: String, _ state: PaintingState, selected: Place?
  ) async throws(PaintStudyError) -> PaintedBody {
    version += 1
    let path = "/api/pictures/\(picture)/paint"
    let start = ContinuousClock.now
    let body = try await post(
      path, PaintBody(version: version, state: state, selected: selected))
    latencies.append((ContinuousClock.now - start) / .milliseconds(1))
    guard let painted = PaintedBody(body) else { throw strange(path) }
    return painted
  }

  /// Has an event stored.
  func note(_ event: PaintingEvent, of picture: String) async throws(PaintStudyError) {
    _ = try await post("/api/pictures/\(picture)/events", EventsBody(events: [event]))
  }

  private func post(
    _ path: String, _ value: some Encodable & Sendable
  ) async throws(PaintStudyError) -> Data {
    guard let data = try? JSONEncoder().encode(value) else {
      throw .badServer(url: server + path, reason: "the request cannot be written")
    }
    return try await send(.POST, path, body: data)
  }

  /// Sends a request, again and again while the server is silent or cannot store it: events that it
  /// has already are left alone.
  private func send(
    _ method: HTTPMethod, _ path: String, body: Data?
  ) async throws(PaintStudyError) -> Data {
    var headers = HTTPHeaders()
    if body != nil {
      headers.add(name: "content-type", value: "application/json")
      headers.add(name: "origin", value: server)
    }
    if let cookie { headers.add(name: "cookie", value: "\(Self.cookieName)=\(cookie)") }
    let deadline = ContinuousClock.now + .seconds(patience)
    var reason = "no answer"
    while ContinuousClock.now < deadline {
      do {
        let reply = try await connection.send(
          method, path, headers: headers, body: body, seconds: Self.wait)
        if (200..<300).contains(reply.status) {
          keepCookie(of: reply)
          return reply.body
        }
        reason =
          "it refuses with status \(reply.status): "
          + String(decoding: reply.body.prefix(400), as: UTF8.self)
        guard reply.status >= 500 else { break }
      } catch is CancellationError {
        reason = "stopped"
        break
      } catch {
        reason = "\(error)"
      }
      retries += 1
      guard (try? await Task.sleep(for: .milliseconds(min(50 * retries, 500)))) != nil else {
        break
      }
    }
    throw .badServer(url: server + path, reason: reason)
  }

  /// Longest wait for one answer, in seconds.
  private static let wait: Int64 = 60

  private func keepCookie(of reply: PlainReply) {
    let prefix = Self.cookieName + "="
    guard let found = reply.headers["set-cookie"].first(where: { $0.hasPrefix(prefix) }) else {
      return
    }
    cookie = String(found.dropFirst(prefix.count).prefix { $0 != ";" })
  }

  private func decoded<Value: Decodable>(
    _ body: Data, from path: String
  ) throws(PaintStudyError) -> Value {
    guard let value = try? JSONDecoder().decode(Value.self, from: body) else {
      throw strange(path)
    }
    return value
  }

  private func strange(_ path: String) -> PaintStudyError {
    .badServer(url: server + path, reason: "its answer is not what ours say")
  }
}
