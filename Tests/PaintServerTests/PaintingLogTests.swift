import Foundation
import GRDB
import PaintFixtures
import PaintServer
import Painting
import ScratchFolders
import StudyFixtures
import Testing

/// What is acknowledged is on the disk, once.
@Suite struct PaintingLogTests {
  @Test func eventsAreKeptInOrderOnce() async throws {
    try await painting { server, _ in
      let (guest, picture) = try await Guest.enter(server)
      let events = story(3)
      #expect(try await guest.note(picture, Array(events.prefix(2))).json["next"] == 3)
      // The same again, with one more: a page that did not hear the answer.
      #expect(try await guest.note(picture, Array(events.prefix(3))).json["next"] == 4)
      // A gap, and another event in a place that is taken: another tab.
      var late = events[3]
      late.sequence = 9
      #expect(try await guest.note(picture, [late]).refusal == "other_tab")
      late.sequence = 2
      #expect(try await guest.note(picture, [late]).refusal == "other_tab")
      #expect(try await guest.note(picture, [events[3]]).json["next"] == 5)
      let session = try #require(try server.log.sessions().first)
      let logged = try #require(try server.log.paintings(of: session.id).first)
      #expect(try server.log.events(of: logged.id).map(\.event) == events)
      #expect(logged.openedAt != nil && logged.finishedAt == nil)
      let heard = try await guest.get("/api/pictures/\(picture)/events").json["events"]
      #expect(heard == (try json(events)))
    }
  }

  /// The files as they are on the disk after an acknowledgement are all that a kill leaves.
  @Test func aKilledServerGoesOnAtTheLastAcknowledgedEvent() async throws {
    try await painting(pictures: 0) { server, folder in
      let (guest, _) = try await Guest.enter(server)
      let bytes = ScenePictures.bytes(3)
      let picture = try #require(try await guest.upload(bytes).json["id"]?.string)
      let events = story(4)
      for event in events { #expect(try await guest.note(picture, [event]).status == 200) }
      for name in ["", "-wal"] {
        try FileManager.default.copyItem(
          atPath: folder + "/paintings.sqlite" + name, toPath: folder + "/left.sqlite" + name)
      }
      let second = try await RunningPaintServer.start(
        try FreePainting(nil, method: "levin2004-ab"), kit: .init(),
        options: PaintServerOptions(port: 0, database: folder + "/left.sqlite"))
      var again = Guest(second.address)
      again.cookies = guest.cookies
      let entered = try await again.enter()
      #expect(entered.status == 200)
      #expect(entered.json["pictures"]?.array?.first?["id"]?.string == picture)
      let heard = try await again.get("/api/pictures/\(picture)/events").json["events"]
      #expect(heard == (try json(events)))
      let before = try await guest.paint(picture, state(4)).body
      let after = try await again.paint(picture, state(4)).body
      #expect(try Result256(before).pixels == Result256(after).pixels)
      try await second.stop()
    }
  }

  @Test func anotherProgramsDatabaseIsLeftAlone() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path + "/other.sqlite"
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "CREATE TABLE x (y)") }
    try queue.close()
    #expect(throws: PaintServerError.self) { try PaintingLog(path: path) }
    try Data("no database at all, but long enough".utf8).write(to: URL(fileURLWithPath: path))
    #expect(throws: PaintServerError.self) { try PaintingLog(path: path) }
    #expect(throws: PaintServerError.missing(scratch.path + "/none.sqlite")) {
      try PaintingLog(existing: scratch.path + "/none.sqlite")
    }
  }

  @Test func onlyTheOwnerReadsTheLog() async throws {
    try await painting { server, folder in
      _ = try await Guest.enter(server)
      for name in ["paintings.sqlite", "paintings.sqlite-wal"] {
        let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600, "\(name)")
      }
    }
  }

  @Test func theOldestUploadsGoFirst() async throws {
    try await painting(pictures: 0, changing: { $0.uploadsPerSession = 2 }) { server, _ in
      let (guest, _) = try await Guest.enter(server)
      var names: [String] = []
      for index in 0..<4 {
        names.append(
          try await guest.upload(ScenePictures.bytes(index)).json["id"]?.string ?? "")
      }
      let left = try await guest.get("/api/pictures").json["pictures"]?.array?
        .compactMap { $0["id"]?.string }
      #expect(left == Array(names.suffix(2)))
      #expect(try await guest.get("/api/pictures/\(names[0])/gray.png").status == 404)
    }
  }
}
