import Experiments
import Foundation
import NIOHTTP1
import PaintFixtures
import PaintServer
import PaintStudy
import Painting
import PlainHTTP
import Testing

/// Somebody who paints by hand: requests of a page, one by one.
struct HandPainter {
  /// A picture as the page sees it.
  struct Picture: Decodable {
    let id: String
    let title: String
    /// Told of the picture whose turn it is alone.
    let controls: String?
    let seconds: Int?
    let isTraining: Bool
  }

  private struct Entered: Decodable {
    let isFree: Bool
    let pictures: [Picture]
  }

  let pictures: [Picture]
  /// All that the server said on entering.
  let greeting: String
  private let connection: PlainConnection
  private let address: String
  private let cookie: String

  /// Enters; `subject` is what the address says.
  init(_ address: String, subject: String? = nil) async throws {
    self.address = address
    connection = try PlainConnection(address)
    let reply = try await connection.send(
      .POST, "/api/enter", headers: Self.headers(address, cookie: nil),
      body: try JSONEncoder().encode(["subject": subject]))
    try #require(reply.status == 201, "\(String(decoding: reply.body, as: UTF8.self))")
    pictures = try JSONDecoder().decode(Entered.self, from: reply.body).pictures
    greeting = String(decoding: reply.body, as: UTF8.self)
    let set = try #require(reply.headers["set-cookie"].first)
    cookie = String(set.prefix { $0 != ";" })
  }

  private static func headers(_ address: String, cookie: String?) -> HTTPHeaders {
    var headers = HTTPHeaders([("content-type", "application/json"), ("origin", address)])
    if let cookie { headers.add(name: "cookie", value: cookie) }
    return headers
  }

  /// The controls of every picture, as they are told now.
  func controls() async throws -> [String?] {
    struct List: Decodable { let pictures: [Picture] }
    let reply = try await get("/api/pictures")
    return try JSONDecoder().decode(List.self, from: reply.body).pictures.map(\.controls)
  }

  func get(_ path: String) async throws -> PlainReply {
    try await connection.send(.GET, path, headers: Self.headers(address, cookie: cookie))
  }

  func post(_ path: String, _ body: some Encodable) async throws -> PlainReply {
    try await connection.send(
      .POST, path, headers: Self.headers(address, cookie: cookie),
      body: try JSONEncoder().encode(body))
  }

  /// Has events stored; they are numbered here.
  @discardableResult
  func note(_ events: [PaintingEvent], of picture: Picture) async throws -> Int {
    var numbered = events
    for index in numbered.indices { numbered[index].sequence = index + 1 }
    return try await post("/api/pictures/\(picture.id)/events", ["events": numbered]).status
  }
}

/// A state of the small study's method with points in a row; another salt, other places and colours.
func points(
  _ count: Int, salt: Int = 0, method: String = "levin2004-ab"
) -> PaintingState {
  PaintingState(
    method: method,
    points: (0..<count).map { index in
      PaintedPoint(
        row: 20 + 30 * index, column: 40 + 11 * index + 9 * salt, size: 5,
        a: Double(10 * index - 15 + 8 * salt), b: Double(25 - 12 * index))
    })
}

/// An event; its number is given when it is sent.
func event(
  _ action: PaintingEvent.Action, _ milliseconds: Double, _ state: PaintingState,
  source: PaintingEvent.ColorSource? = nil, rank: Int? = nil, suggested: [String] = []
) -> PaintingEvent {
  PaintingEvent(
    sequence: 1, milliseconds: milliseconds, action: action, source: source, rank: rank,
    state: state, suggested: suggested)
}

/// Serves the study in `design` of a scratch folder for as long as the body runs.
func serving(
  _ scratch: Scratch, database: String = "design/paintings.sqlite",
  _ body: (RunningPaintServer) async throws -> Void
) async throws {
  let server = try await RunningPaintServer.start(
    StudyPainting(scratch.file("design")), kit: MethodKit(),
    options: PaintServerOptions(port: 0, database: scratch.file(database)))
  do {
    try await body(server)
  } catch {
    try? await server.stop()
    throw error
  }
  try await server.stop()
}
