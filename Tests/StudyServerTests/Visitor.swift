import Foundation
import StudyFixtures

/// A judge's page without a page.
struct Visitor: HandVisit {
  let address: String
  let tab: String
  var cookie: String?

  init(_ address: String, tab: String = Visitor.token()) {
    self.address = address
    self.tab = tab
  }

  /// 128 random bits in hexadecimal.
  static func token() -> String {
    (0..<2).map { _ in String(UInt64.random(in: UInt64.max / 16...UInt64.max), radix: 16) }.joined()
  }

  var cookieField: String? { cookie }

  func enter(_ more: [String: JSONValue] = [:]) async throws -> Heard {
    try await post(
      "/api/enter", .object(more.merging(["tab": .string(tab)]) { first, _ in first }))
  }

  static let screen: JSONValue = [
    "width": 1280, "height": 900, "viewportWidth": 1280, "viewportHeight": 757, "pixelRatio": 1,
    "zoom": 1, "frameMilliseconds": 16.7, "isTouch": false, "isDark": false, "platesShown": 4,
    "platesRight": 3,
  ]

  /// Begins, and keeps the cookie.
  mutating func begin(_ more: [String: JSONValue] = [:]) async throws -> Heard {
    let consent = try await enter().json["study"]?["consentHash"] ?? .null
    var body: [String: JSONValue] = [
      "tab": .string(tab), "consent": consent, "screen": Self.screen,
    ]
    body.merge(more) { $1 }
    let heard = try await post("/api/begin", .object(body))
    if let set = heard.headers.first(name: "set-cookie") {
      cookie = String(set.prefix { $0 != ";" })
    }
    return heard
  }

  static let timing: [String: JSONValue] = [
    "frameMilliseconds": 16.7, "firstOnset": 60, "firstOffset": 180, "secondOnset": 240,
    "secondOffset": 360, "droppedFrames": 0, "interruptions": 0,
  ]

  /// Answers a trial of `begin`'s list.
  func answer(_ trial: JSONValue, _ more: [String: JSONValue] = [:]) async throws -> Heard {
    var body: [String: JSONValue] = [
      "tab": .string(tab), "key": .string(Self.token()), "position": trial["position"] ?? .null,
      "trial": trial["trial"] ?? .null, "answer": "first", "reactionMilliseconds": 512.25,
      "timing": .object(Self.timing), "input": "key",
    ]
    body.merge(more) { $1 }
    return try await post("/api/answer", .object(body))
  }
}
