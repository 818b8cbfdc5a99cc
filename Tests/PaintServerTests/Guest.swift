import Foundation
import PaintFixtures
import Painting
import StudyFixtures

/// A painter's page without a page.
struct Guest: HandVisit {
  let address: String
  var cookies: [String: String] = [:]

  init(_ address: String) { self.address = address }

  /// A guest who has entered; what the server said, and the first picture's name.
  static func enter(_ server: RunningPaintServer) async throws -> (Guest, String) {
    var guest = Guest(server.address)
    let heard = try await guest.enter()
    return (guest, heard.json["pictures"]?.array?.first?["id"]?.string ?? "")
  }

  var cookieField: String? {
    cookies.isEmpty
      ? nil : cookies.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ")
  }

  /// Posts a file as our page does.
  func upload(
    _ bytes: [UInt8], name: String = "scene.png", to path: String = "/api/pictures"
  ) async throws -> Heard {
    try await send(
      .POST, path,
      headers: [("content-type", "application/octet-stream"), ("x-picture-name", name)],
      body: Data(bytes))
  }

  /// Enters, and keeps the cookie.
  mutating func enter(_ body: JSONValue = [:]) async throws -> Heard {
    let heard = try await post("/api/enter", body)
    keep(heard)
    return heard
  }

  mutating func keep(_ heard: Heard) {
    for set in heard.headers["set-cookie"] {
      let parts = set.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1).map(String.init)
      if parts.count == 2 { cookies[parts[0]] = parts[1] }
    }
  }

  func paint(_ picture: String, _ state: PaintingState, selected: Place? = nil) async throws
    -> Heard
  {
    var body: JSONValue = ["version": 7, "state": try json(state)]
    if let selected, case .object(var fields) = body {
      fields["selected"] = try json(selected)
      body = .object(fields)
    }
    return try await post("/api/pictures/\(picture)/paint", body)
  }

  func note(_ picture: String, _ events: [PaintingEvent]) async throws -> Heard {
    try await post("/api/pictures/\(picture)/events", ["events": try json(events)])
  }
}

/// A value as JSON.
func json(_ value: some Encodable) throws -> JSONValue {
  try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(value))
}

/// A binary result taken apart by its documented layout.
struct Result256 {
  let facts: JSONValue
  let pixels: [UInt8]

  init(_ body: Data) throws {
    let bytes = [UInt8](body)
    let length = bytes.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    facts = try JSONDecoder().decode(JSONValue.self, from: Data(bytes[4..<(4 + length)]))
    pixels = Array(bytes[(4 + length)...])
  }
}

/// A state with points spread by a rule, each painter's another one.
func state(_ count: Int, salt: Int = 0, method: String = "levin2004-ab") -> PaintingState {
  let points = (0..<count).map { index in
    PaintedPoint(
      row: (31 * index + 17 * salt + 9) % 256, column: (57 * index + 5 * salt + 40) % 256,
      size: PaintedPoint.sizes[index % 5], a: Double((13 * index + salt) % 60 - 30),
      b: Double((29 * index + 3 * salt) % 80 - 40))
  }
  return PaintingState(method: method, points: points)
}

/// A plausible session: opened, then one point after the other.
func story(_ points: Int, salt: Int = 0) -> [PaintingEvent] {
  (0...points).map { count in
    PaintingEvent(
      sequence: count + 1, milliseconds: 1000 * Double(count), action: count == 0 ? .open : .add,
      source: count == 0 ? nil : .gamut, state: state(count, salt: salt))
  }
}
