import Foundation
import PaintFixtures
import PaintServer
import Painting
import StudyFixtures
import Testing

/// A study as the server sees one: pictures in turn, each in its time, nothing to take away.
struct TwoPictures: PaintingPolicy {
  let folder: String
  var seconds = 60
  let introduction: PaintingIntroduction? = PaintingIntroduction(
    title: "Colours", consent: ["You may stop at any time."], goal: "Make it look real.",
    thanks: "Thank you.")
  let allowsUploads = false
  let isFree = false
  let method = "levin2004-ab"

  func subject(wish: String?, taken: [String]) throws(PaintRefusal) -> String {
    guard taken.count < 2 else { throw .full }
    guard wish == nil || wish == "anna" else { throw .unknownSubject }
    return wish ?? "S\(taken.count + 1)"
  }

  func pictures(of subject: String) -> [OfferedPicture] {
    [
      OfferedPicture(
        key: "secret-a", title: "Picture 1", path: folder + "/scene-0.png", seconds: seconds),
      OfferedPicture(
        key: "secret-b", title: "Picture 2", path: folder + "/scene-1.png",
        arm: .noRecommendation, seconds: seconds),
    ]
  }
}

@Suite struct StudyPolicyTests {
  private func serving(
    seconds: Int = 60, _ body: (RunningPaintServer, String) async throws -> Void
  ) async throws {
    try await painting(
      pictures: 2, policy: { TwoPictures(folder: $0, seconds: seconds) }, body)
  }

  @Test func picturesComeInTurn() async throws {
    try await serving { server, _ in
      var guest = Guest(server.address)
      let entered = try await guest.enter()
      let pictures = try #require(entered.json["pictures"]?.array)
      let names = pictures.compactMap { $0["id"]?.string }
      #expect(names.count == 2)
      // Of a picture whose turn has not come nobody is told how it is painted.
      #expect(pictures.map { $0["controls"] } == ["palette", nil])
      let text = String(decoding: entered.body, as: UTF8.self)
      #expect(!text.contains("secret") && !text.contains("scene"))
      #expect(try await guest.get("/api/pictures/\(names[1])/gray.png").refusal == "not_allowed")
      #expect(try await guest.get("/api/pictures/\(names[0])/gray.png").status == 200)
      var events = story(2)
      events.append(
        PaintingEvent(sequence: 4, milliseconds: 5000, action: .timeout, state: state(2)))
      #expect(try await guest.note(names[0], events).status == 200)
      #expect(try await guest.note(names[0], events).refusal == "finished")
      #expect(try await guest.paint(names[0], state(1)).refusal == "finished")
      #expect(try await guest.get("/api/pictures/\(names[1])/gray.png").status == 200)
      let left = try await guest.get("/api/pictures").json["pictures"]?.array
      #expect(left?.compactMap { $0["isOver"]?.bool } == [true, false])
      #expect(left?.map { $0["controls"] } == [nil, "sliders"])
    }
  }

  /// What an arm is served speaks of the arm alone: no method, no other controls, no thanks that tell
  /// what is compared, before the end.
  @Test func anArmIsServedNoWordOfTheOther() async throws {
    try await painting(
      pictures: 2, policy: { folder in Suggesting(inner: SlidersFirst(folder: folder)) }
    ) { server, _ in
      var guest = Guest(server.address)
      let entered = try await guest.enter()
      let names = entered.json["pictures"]?.array?.compactMap { $0["id"]?.string } ?? []
      try #require(names.count == 2)
      let wish = state(1, method: "nine-colors")
      let events = [
        PaintingEvent(sequence: 1, milliseconds: 1, action: .open, state: wish),
        PaintingEvent(sequence: 2, milliseconds: 2, action: .add, source: .common, state: wish),
      ]
      var heard = [entered, try await guest.note(names[0], events)]
      heard.append(try await guest.get("/api/pictures"))
      heard.append(try await guest.get("/api/pictures/\(names[0])/events"))
      let painted = try await guest.paint(names[0], wish, selected: Place(row: 9, column: 9))
      guard case .object(let facts) = try Result256(painted.body).facts else { return }
      #expect(facts.keys.sorted() == ["seconds", "version"])
      #expect(try await guest.get("/api/methods").refusal == "not_allowed")
      for reply in heard {
        let text = String(decoding: reply.body, as: UTF8.self)
        #expect(reply.status < 300)
        for word in ["suggest", "recommend", "palette", "\"full\"", "compare", "summary"] {
          #expect(!text.contains(word), "\(word) in \(text)")
        }
      }
      #expect(entered.json["thanks"] == nil)
      var done = PaintingEvent(sequence: 3, milliseconds: 9, action: .save, state: wish)
      #expect(try await guest.note(names[0], [done]).status == 200)
      let text = String(decoding: try await guest.get("/api/pictures").body, as: UTF8.self)
      #expect(text.contains("palette") && !text.contains("sliders") && !text.contains("compare"))
      done.sequence = 1
      #expect(try await guest.note(names[1], [done]).status == 200)
      let last = try await guest.get("/api/pictures").json
      #expect(last["thanks"] == "We compare suggestions with none.")
      #expect(last["pictures"]?.array?.allSatisfy { $0["controls"] == nil } == true)
    }
  }

  /// Two pictures, the first by sliders; the words at the end tell what is compared.
  private struct SlidersFirst: PaintingPolicy {
    let folder: String
    let introduction: PaintingIntroduction? = PaintingIntroduction(
      title: "Colours", consent: ["You may stop at any time."], goal: "Make it look real.",
      thanks: "We compare suggestions with none.")
    let allowsUploads = false
    let isFree = false
    let method = "nine-colors"

    func subject(wish: String?, taken: [String]) throws(PaintRefusal) -> String { "S1" }

    func pictures(of subject: String) -> [OfferedPicture] {
      [PaintingArm.noRecommendation, .full].enumerated().map { index, arm in
        OfferedPicture(
          key: "\(index)", title: "Picture \(index + 1)", path: folder + "/scene-\(index).png",
          arm: arm, seconds: 60)
      }
    }
  }

  @Test func nothingIsSuggestedWhereNothingIsToBe() async throws {
    try await painting(
      pictures: 2,
      policy: { folder in Suggesting(inner: TwoPictures(folder: folder)) }
    ) { server, _ in
      var guest = Guest(server.address)
      let entered = try await guest.enter()
      let names = entered.json["pictures"]?.array?.compactMap { $0["id"]?.string } ?? []
      let wish = state(0, method: "nine-colors")
      let place = Place(row: 9, column: 9)
      let first = try Result256(try await guest.paint(names[0], wish, selected: place).body)
      #expect(first.facts["suggestions"]?.array?.isEmpty == false)
      let done = PaintingEvent(sequence: 1, milliseconds: 1, action: .save, state: wish)
      #expect(try await guest.note(names[0], [done]).status == 200)
      let second = try Result256(try await guest.paint(names[1], wish, selected: place).body)
      #expect(second.facts["suggestions"] == nil)
    }
  }

  /// The same study by a method that suggests.
  private struct Suggesting: PaintingPolicy {
    let inner: any PaintingPolicy
    var introduction: PaintingIntroduction? { inner.introduction }
    let allowsUploads = false
    let isFree = false
    let method = "nine-colors"

    func subject(wish: String?, taken: [String]) throws(PaintRefusal) -> String {
      try inner.subject(wish: wish, taken: taken)
    }

    func pictures(of subject: String) -> [OfferedPicture] { inner.pictures(of: subject) }
  }

  @Test func nothingCanBeTakenAwayOrBrought() async throws {
    try await serving { server, _ in
      let (guest, picture) = try await Guest.enter(server)
      for path in ["full", "working", "points", "document"] {
        let heard = try await guest.post(
          "/api/pictures/\(picture)/\(path)", ["state": try json(state(0))])
        #expect(heard.refusal == "not_allowed", "\(path)")
      }
      let bytes = ScenePictures.bytes(0)
      for path in ["/api/pictures", "/api/documents", "/api/pictures/\(picture)/reference"] {
        #expect(try await guest.upload(bytes, to: path).refusal == "not_allowed", "\(path)")
      }
      #expect(try await guest.paint(picture, state(0, method: "gray")).refusal == "not_allowed")
    }
  }

  @Test func timeRunsOut() async throws {
    try await serving(seconds: -14) { server, _ in
      let (guest, picture) = try await Guest.enter(server)
      #expect(try await guest.note(picture, story(0)).status == 200)
      try await Task.sleep(for: .seconds(1.2))
      #expect(try await guest.note(picture, story(1)).refusal == "finished")
      #expect(try await guest.paint(picture, state(1)).refusal == "finished")
    }
  }

  @Test func subjectsAreThePolicysAndKeepTheirSession() async throws {
    try await serving { server, _ in
      var anna = Guest(server.address)
      #expect(try await anna.enter(["subject": "bert"]).refusal == "unknown_subject")
      let first = try await anna.enter(["subject": "anna"])
      let again = try await anna.enter(["subject": "anna"])
      #expect((first.status, again.status) == (201, 200))
      #expect(
        first.json["pictures"]?.array?.first?["id"] == again.json["pictures"]?.array?.first?["id"])
      var second = Guest(server.address)
      #expect(try await second.enter().status == 201)
      var third = Guest(server.address)
      #expect(try await third.enter().refusal == "full")
      #expect(try server.log.sessions().map(\.subject) == ["anna", "S2"])
    }
  }
}
