import Foundation
import NIOHTTP1
import PaintFixtures
import PaintServer
import Painting
import StudyFixtures
import Testing

/// Nobody gets in, or gets anything done, who should not; and the server goes on.
@Suite struct HostileTests {
  /// A PNG of a good head and nothing behind it.
  private static let cut = Array(ScenePictures.bytes(0).prefix(60))

  /// A PNG whose head claims so many pixels.
  private static func claiming(_ width: UInt32, _ height: UInt32) -> [UInt8] {
    var bytes = ScenePictures.bytes(0)
    for (offset, number) in [(16, width), (20, height)] {
      for index in 0..<4 { bytes[offset + index] = UInt8(number >> (24 - 8 * index) & 255) }
    }
    return bytes
  }

  static let uploads: [(name: String, bytes: [UInt8])] = [
    ("empty", []), ("one byte", [0x89]), ("text", Array("hello".utf8)),
    ("zeros", [UInt8](repeating: 0, count: 5000)), ("cut", cut),
    ("huge claim", claiming(2_000_000_000, 2_000_000_000)),
    ("wide claim", claiming(65_500, 65_500)),
    ("no size", claiming(0, 0)), ("wrong size", claiming(141, 90)),
    ("gif", Array("GIF89a".utf8) + [UInt8](repeating: 7, count: 100)),
    ("jpeg head", [0xFF, 0xD8, 0xFF, 0xE0] + [UInt8](repeating: 0, count: 200)),
    ("jpeg noise", [0xFF, 0xD8, 0xFF] + (0..<3000).map { UInt8(truncatingIfNeeded: $0 &* 37) }),
    ("svg", Array("<svg xmlns='http://www.w3.org/2000/svg'><script>x</script></svg>".utf8)),
    ("html", Array("<!doctype html><script>alert(1)</script>".utf8)),
    ("zip", [0x50, 0x4B, 3, 4] + [UInt8](repeating: 1, count: 64)),
    ("elf", [0x7F, 0x45, 0x4C, 0x46] + [UInt8](repeating: 2, count: 64)),
  ]

  @Test func badPicturesAreRefusedClearly() async throws {
    try await painting(pictures: 0) { server, _ in
      let (guest, _) = try await Guest.enter(server)
      for (name, bytes) in Self.uploads {
        let heard = try await guest.upload(bytes, name: "bad.png")
        #expect(heard.status == 422, "\(name): \(heard.status)")
        #expect(heard.refusal == "unusable", "\(name)")
        #expect(heard.json["message"]?.string?.hasPrefix("bad.png: cannot be used") == true)
      }
      #expect(try await guest.get("/api/pictures").json["pictures"]?.array?.isEmpty == true)
      #expect(try await guest.upload(ScenePictures.bytes(0)).status == 201)
    }
  }

  @Test func flippedBytesNeverBreakTheServer() async throws {
    try await painting(pictures: 0) { server, _ in
      let (guest, _) = try await Guest.enter(server)
      let good = ScenePictures.bytes(2)
      for index in 0..<60 {
        var bytes = good
        bytes[(index * 7919) % bytes.count] ^= UInt8(1 << (index % 8))
        let heard = try await guest.upload(bytes)
        #expect([201, 422].contains(heard.status), "\(index): \(heard.status)")
      }
      #expect(try await guest.upload(good).status == 201)
    }
  }

  static let states: [String] = [
    "", "{", "null", "[]", "{}", "{\"version\":1}", "\u{0}",
    String(repeating: "[", count: 100_000),
    #"{"version":-1,"state":{"method":"gray","points":[],"global":{}}}"#,
    #"{"version":1e99,"state":{"method":"gray","points":[],"global":{}}}"#,
    #"{"version":1,"state":{"method":1,"points":[],"global":{}}}"#,
    #"{"version":1,"state":{"method":"gray","points":[{}],"global":{}}}"#,
    #"{"version":1,"state":{"method":"gray","points":[{"row":0.5,"column":0,"size":1,"a":0,"b":0}],"global":{}}}"#,
    #"{"version":1,"state":{"method":"gray","points":[{"row":1e30,"column":0,"size":1,"a":0,"b":0}],"global":{}}}"#,
  ]

  static let outOfRange: [String] = [
    #"{"row":-1,"column":0,"size":1,"a":0,"b":0}"#, #"{"row":0,"column":256,"size":1,"a":0,"b":0}"#,
    #"{"row":0,"column":0,"size":2,"a":0,"b":0}"#, #"{"row":0,"column":0,"size":-9,"a":0,"b":0}"#,
    #"{"row":0,"column":0,"size":11,"a":0,"b":0}"#,
    #"{"row":0,"column":0,"size":1,"a":1e300,"b":0}"#,
    #"{"row":0,"column":0,"size":1,"a":0,"b":-128.5}"#,
  ]

  @Test func malformedWishesAreRefused() async throws {
    try await painting { server, _ in
      let (guest, picture) = try await Guest.enter(server)
      let headers = [("content-type", "application/json")]
      for path in ["paint", "full", "working", "points", "document", "events"] {
        for text in Self.states {
          let heard = try await guest.send(
            .POST, "/api/pictures/\(picture)/\(path)", headers: headers, body: Data(text.utf8))
          // What lacks nothing but a version is a good wish for those that need none.
          let isComplete = text.contains(#""points":[],"global""#) && text.contains("gray")
          if isComplete, path != "paint", path != "events" { continue }
          #expect([400, 413].contains(heard.status), "\(path) \(text.prefix(60)): \(heard.status)")
        }
      }
      for point in Self.outOfRange {
        let text = #"{"version":1,"state":{"method":"gray","points":[\#(point)],"global":{}}}"#
        let heard = try await guest.send(
          .POST, "/api/pictures/\(picture)/paint", headers: headers, body: Data(text.utf8))
        #expect(heard.status == 422 && heard.refusal == "unusable", "\(point): \(heard.status)")
      }
      for global in [
        #"{"saturation":2}"#, #"{"saturation":-0.1}"#, #"{"histogram":[1]}"#, #"{"histogram":[]}"#,
      ] {
        let text = #"{"version":1,"state":{"method":"gray","points":[],"global":\#(global)}}"#
        let heard = try await guest.send(
          .POST, "/api/pictures/\(picture)/paint", headers: headers, body: Data(text.utf8))
        #expect(heard.status == 422, "\(global): \(heard.status)")
      }
      let many = try await guest.paint(picture, state(2001))
      #expect(many.status == 422)
      let unknown = try await guest.paint(picture, state(0, method: "../../etc/passwd"))
      #expect(unknown.status == 422)
      let large = try await guest.send(
        .POST, "/api/pictures/\(picture)/paint", headers: headers,
        body: Data(repeating: 32, count: 600_000))
      #expect(large.status == 413 && large.refusal == "too_large")
      #expect(try await guest.paint(picture, state(1)).status == 200)
    }
  }

  @Test func picturesBelongToTheirSession() async throws {
    try await painting { server, _ in
      let (owner, picture) = try await Guest.enter(server)
      let own = try await owner.upload(ScenePictures.bytes(4)).json["id"]?.string ?? ""
      let (stranger, other) = try await Guest.enter(server)
      #expect(picture != other)
      for name in [picture, own] {
        for path in ["gray.png", "lightness", "events"] {
          #expect(try await stranger.get("/api/pictures/\(name)/\(path)").status == 404)
        }
        #expect(try await stranger.paint(name, state(1)).status == 404)
        #expect(try await stranger.note(name, story(1)).status == 404)
      }
      let nobody = Guest(server.address)
      #expect(try await nobody.get("/api/pictures").refusal == "no_session")
      #expect(try await nobody.paint(picture, state(1)).refusal == "no_session")
      #expect(try await nobody.upload(ScenePictures.bytes(0)).refusal == "no_session")
    }
  }

  @Test(arguments: [
    "/api/pictures/../../etc/passwd", "/api/pictures/..%2f..%2fpaintings.sqlite/gray.png",
    "/paintings.sqlite", "/pictures/scene-0.png", "/page/../paintings.sqlite", "//etc/passwd",
    "/page/%2e%2e/%2e%2e/etc/passwd", "/api/pictures/%00/gray.png", "/api/pictures//gray.png",
    "/api/pictures/AAAAAAAAAAAAAAAAAAAAAA/gray.png", "/page/", "/api/nothing",
  ])
  func pathsLeadNowhereElse(_ path: String) async throws {
    try await painting { server, _ in
      let (guest, _) = try await Guest.enter(server)
      let heard = try await guest.get(path)
      #expect([400, 404].contains(heard.status), "\(heard.status)")
      #expect(heard.body.count < 300)
    }
  }

  @Test func postsOfOtherSitesAreRefused() async throws {
    try await painting { server, _ in
      let (guest, picture) = try await Guest.enter(server)
      let foreign = [
        ("origin", "https://evil.example"), ("origin", "null"), ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"), ("origin", server.address + ".evil.example"),
        ("host", "evil.example"),
      ]
      let body: JSONValue = ["version": 1, "state": try json(state(0))]
      for header in foreign {
        let heard = try await guest.post(
          "/api/pictures/\(picture)/paint", body, headers: [header])
        #expect(heard.status >= 400 && heard.status < 404, "\(header): \(heard.status)")
      }
      for media in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"] {
        let heard = try await guest.post(
          "/api/pictures/\(picture)/paint", body, headers: [("content-type", media)])
        #expect(heard.status == 415)
      }
    }
  }

  @Test func namesOfFilesStayNames() async throws {
    try await painting(pictures: 0) { server, _ in
      let (guest, _) = try await Guest.enter(server)
      for (coded, plain) in [
        ("..%2F..%2Fetc%2Fpasswd", "passwd"), ("a%0d%0aset-cookie:x.png", "a??set-cookie:x.png"),
        ("%3Cimg%20src%3Dx%3E.png", "<img src=x>.png"),
      ] {
        let heard = try await guest.upload(ScenePictures.bytes(0), name: coded)
        #expect(heard.json["title"]?.string == plain, "\(coded)")
        #expect(!heard.headers.contains(name: "x.png"))
      }
      for coded in ["", "%", "%FF", "%2F", String(repeating: "a", count: 2000)] {
        let heard = try await guest.upload(ScenePictures.bytes(0), name: coded)
        #expect(heard.status == 400, "\(coded.prefix(20)): \(heard.status)")
      }
    }
  }

  @Test(arguments: ["/", "/page/paint.js", "/api/pictures", "/nothing"])
  func everyAnswerKeepsThePageToItself(_ path: String) async throws {
    try await painting { server, _ in
      let heard = try await Guest(server.address).get(path)
      let policy = try #require(heard.headers.first(name: "content-security-policy"))
      #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
      #expect(policy.contains("frame-ancestors 'none'") && !policy.contains("http"))
      #expect(heard.headers.first(name: "x-content-type-options") == "nosniff")
      #expect(heard.headers.first(name: "cache-control")?.contains("no-store") == true)
      #expect(!heard.headers.contains(name: "server"))
    }
  }

  @Test func aPublicServerNeedsItsToken() async throws {
    try await painting(changing: { $0.isPublic = true }) { server, _ in
      var guest = Guest(server.address)
      for path in ["/", "/page/paint.js", "/api/pictures", "/?token=", "/?token=wrong"] {
        #expect(try await guest.get(path).refusal == "no_token", "\(path)")
      }
      #expect(try await guest.enter().refusal == "no_token")
      let path = String(server.entrance.dropFirst(server.address.count))
      let opened = try await guest.get(path + "&subject=S-3")
      #expect(opened.status == 303)
      #expect(opened.headers.first(name: "location") == "/?subject=S-3")
      let set = try #require(opened.headers.first(name: "set-cookie"))
      let token = try #require(path.split(separator: "=").last)
      #expect(set.contains("HttpOnly") && !set.contains(token))
      guest.keep(opened)
      #expect(try await guest.get("/").status == 200)
      #expect(try await guest.enter().status == 201)
      let bent = try await guest.get(path + "&subject=a%0d%0ab")
      #expect(bent.headers.first(name: "location") == "/")
    }
  }
}
