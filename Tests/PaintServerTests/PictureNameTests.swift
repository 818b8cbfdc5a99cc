import Foundation
import PaintFixtures
import PaintServer
import Painting
import StudyFixtures
import Testing

/// Names are bytes: two that look the same and differ in their Unicode form are two pictures.
@Suite struct PictureNameTests {
  private static let composed = "caf\u{E9}.png"
  private static let decomposed = "cafe\u{301}.png"

  private func same(_ title: JSONValue?, _ name: String) -> Bool {
    title?.string.map { Array($0.utf8) == Array(name.utf8) } ?? false
  }

  @Test func twoNormalFormsAreTwoPictures() async throws {
    let names = [Self.decomposed, Self.composed]
    try await painting(
      pictures: 0,
      policy: { folder in
        for (index, name) in names.enumerated() {
          try Data(ScenePictures.bytes(index)).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
        }
        return try FreePainting(folder, method: "levin2004-ab")
      }
    ) { server, _ in
      var guest = Guest(server.address)
      let pictures = try #require(try await guest.enter().json["pictures"]?.array)
      // In the order of their bytes: "e" stands before the two bytes of "é".
      try #require(pictures.count == 2)
      for (index, picture) in pictures.enumerated() {
        #expect(same(picture["title"], names[index]))
        let token = try #require(picture["id"]?.string)
        let bytes = try await guest.get("/api/pictures/\(token)/lightness").body
        let expected = try OpenPicture(ScenePictures.bytes(index), name: "x").lightness.values[0]
        let first = bytes.prefix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        #expect(Float(bitPattern: first) == Float(expected))
        let saved = try await guest.post(
          "/api/pictures/\(token)/document", ["state": try json(state(1))])
        let opened = try await guest.upload(
          [UInt8](saved.body), name: "s.json", to: "/api/documents")
        #expect(opened.json["picture"]?.string == token)
      }
      // The same holds for pictures that are brought.
      for (coded, name, index) in [
        ("caf%C3%A9.png", Self.composed, 5), ("cafe%CC%81.png", Self.decomposed, 6),
      ] {
        let entry = try await guest.upload(ScenePictures.bytes(index), name: coded).json
        #expect(same(entry["title"], name))
        let token = entry["id"]?.string ?? ""
        let saved = try await guest.post(
          "/api/pictures/\(token)/document", ["state": try json(state(1))])
        let opened = try await guest.upload(
          [UInt8](saved.body), name: "s.json", to: "/api/documents")
        #expect(opened.json["picture"]?.string == token)
      }
    }
  }

  /// A slash with an accent behind it is a slash; bytes that are no text are refused.
  @Test func foldersAndOddBytesStayOutside() async throws {
    try await painting(pictures: 0) { server, _ in
      let (guest, _) = try await Guest.enter(server)
      for (coded, title) in [
        ("..%2F..%2Fetc%2Fa.png", "a.png"), ("x%2F%CC%81y.png", "\u{301}y.png"),
        ("a%0Ab.png", "a?b.png"), ("x%2F", "x"),
      ] {
        let entry = try await guest.upload(ScenePictures.bytes(0), name: coded)
        #expect(entry.status == 201 && same(entry.json["title"], title), "\(coded)")
      }
      for coded in ["%E9.png", "%2F", "%", ""] {
        let heard = try await guest.upload(ScenePictures.bytes(0), name: coded)
        #expect(heard.refusal == "bad_request", "\(coded)")
      }
    }
  }
}
