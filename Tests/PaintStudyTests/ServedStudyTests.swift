import Foundation
import Imaging
import PaintServer
import PaintStudy
import Painting
import Testing

/// The study through the server: plans in their order, and nothing of the truth.
@Suite struct ServedStudyTests {
  @Test func subjectsGetTheirPlan() async throws {
    let scratch = try Scratch()
    let made = try design(smallStudy(), scratch).design
    try await serving(scratch) { server in
      let first = try await HandPainter(server.address)
      let arms = made.subjects[0].tasks.map(\.arm)
      #expect(
        first.pictures.map(\.controls) == [arms[0].controls] + arms.dropFirst().map { _ in nil })
      #expect(first.pictures.map(\.seconds) == made.subjects[0].tasks.map(\.seconds))
      let third = try await HandPainter(server.address, subject: "3")
      #expect(third.pictures[0].controls == made.subjects[2].tasks[0].arm.controls)
      #expect(try server.log.sessions().map(\.subject) == ["1", "3"])
      // A picture has to be finished before the next one can be seen.
      let (now, next) = (first.pictures[0], first.pictures[1])
      #expect(try await first.get("/api/pictures/\(now.id)/gray.png").status == 200)
      #expect(try await first.get("/api/pictures/\(next.id)/gray.png").status == 403)
      #expect(try await first.note([event(.open, 0, points(0))], of: next) == 403)
      let all = [event(.open, 0, points(0)), event(.timeout, 10_000, points(0))]
      #expect(try await first.note(all, of: now) == 200)
      #expect(try await first.get("/api/pictures/\(next.id)/gray.png").status == 200)
      #expect(
        try await first.controls() == [nil, arms[1].controls] + arms.dropFirst(2).map { _ in nil })
      #expect(try await first.note([event(.open, 0, points(1))], of: now) == 409)
      // Another method is not part of the study, and nobody brings pictures.
      #expect(
        try await first.note([event(.open, 0, points(0, method: "levin2004"))], of: next) == 403)
      #expect(try await first.post("/api/pictures", ["a": 1]).status == 403)
      #expect(try await third.get("/api/pictures/\(next.id)/gray.png").status == 404)
    }
  }

  @Test func theTruthIsNeverSent() async throws {
    let scratch = try Scratch()
    let made = try design(smallStudy(training: 0), scratch).design
    // What is not there cannot be sent.
    try FileManager.default.moveItem(
      atPath: scratch.file("design/truth"), toPath: scratch.file("truth"))
    try await serving(scratch) { server in
      let painter = try await HandPainter(server.address)
      var sent = [Data(painter.greeting.utf8)]
      for picture in painter.pictures {
        let gray = try await painter.get("/api/pictures/\(picture.id)/gray.png")
        #expect(gray.status == 200)
        #expect(isGray(try ImageFile.decode([UInt8](gray.body), name: "gray")))
        sent.append(gray.body)
        for path in ["truth.png", "../../truth", "full", "document", "original"] {
          let reply = try await painter.get("/api/pictures/\(picture.id)/\(path)")
          #expect(reply.status >= 400)
          sent.append(reply.body)
        }
        let reply = try await painter.post(
          "/api/pictures/\(picture.id)/full", ["state": points(1)])
        #expect(reply.status == 403)
        sent.append(reply.body)
        let all = [event(.open, 0, points(0)), event(.timeout, 20_000, points(0))]
        #expect(try await painter.note(all, of: picture) == 200)
      }
      for body in sent {
        let text = String(decoding: body, as: UTF8.self)
        for picture in made.pictures {
          #expect(!text.contains(picture.image) && !text.contains(picture.gray))
        }
      }
    }
  }
}
