import Foundation
import Imaging
import PerceptualStudy
import StudyFixtures
import Testing

/// Nothing that reaches a judge tells real from fake, but the pictures themselves.
@Suite struct BlindnessTests {
  @Test func everyPictureLooksTheSameFromOutside() async throws {
    try await serving { server, _ in
      var judge = Visitor(server.address)
      let begun = try await judge.begin()
      var shapes: Set<String> = []
      var names: Set<String> = []
      for trial in trials(begun) {
        for slot in ["first", "second"] {
          let name = try #require(trial[slot]?.string)
          names.insert(name)
          let heard = try await judge.get("/stimulus/\(name)")
          #expect(heard.status == 200)
          let headers = heard.headers.filter { $0.name.lowercased() != "date" }
            .map { "\($0.name.lowercased()): \($0.value)" }.sorted()
          shapes.insert("\(heard.body.count) \(headers)")
          #expect(!heard.headers.contains(name: "etag"))
          #expect(!heard.headers.contains(name: "last-modified"))
        }
      }
      #expect(shapes.count == 1, "\(shapes)")
      #expect(names.count == 2 * trials(begun).count)
      #expect(names.allSatisfy { $0.utf8.count == 22 })
    }
  }

  @Test func paddedPicturesHaveTheDesignsPixels() async throws {
    try await serving { server, design in
      var judge = Visitor(server.address)
      let begun = try await judge.begin()
      // The first judge of a study gets the first cell.
      let schedule = try #require(design.schedules.first { $0.judge == 1 })
      let folder = try SharedDesign.folder()
      for (shown, trial) in zip(trials(begun), schedule.trials) {
        let picture = try #require(design.pictures.first { $0.image == trial.image })
        let fake = try #require(picture.fakes[trial.method])
        let files = trial.realFirst ? [picture.real, fake] : [fake, picture.real]
        for (slot, file) in zip(["first", "second"], files) {
          let name = try #require(shown[slot]?.string)
          let heard = try await judge.get("/stimulus/\(name)")
          let seen = try ImageFile.decode([UInt8](heard.body), name: name)
          let original = try ImageFile.read("\(folder)/\(file)")
          #expect(seen == original)
        }
      }
    }
  }

  @Test func repliesNameNoImageMethodOrSide() async throws {
    try await serving { server, design in
      var judge = Visitor(server.address)
      var texts = [try await judge.enter().text]
      let begun = try await judge.begin()
      texts.append(begun.text)
      let main = try #require(trials(begun).dropFirst(2).first)
      for trial in trials(begun).prefix(2) { _ = try await judge.answer(trial) }
      texts.append(try await judge.answer(main).text)
      texts.append(try await judge.enter().text)
      let secrets =
        design.pictures.flatMap { [$0.image, $0.real] + $0.fakes.values }
        + design.methods.map(\.name) + ["real_first", "realFirst", "vigilance", "cell"]
      for secret in secrets {
        #expect(!texts.contains { $0.contains(secret) }, "\(secret)")
      }
    }
  }

  @Test func namesAreNewInEverySession() async throws {
    try await serving { server, _ in
      var names: [String] = []
      for _ in 0..<4 {
        var judge = Visitor(server.address)
        for trial in trials(try await judge.begin()) {
          names += ["trial", "first", "second"].compactMap { trial[$0]?.string }
        }
      }
      #expect(names.count == 4 * 3 * 10)
      #expect(Set(names).count == names.count)
    }
  }

  @Test func othersPicturesAreNotShown() async throws {
    try await serving { server, _ in
      var (one, other) = (Visitor(server.address), Visitor(server.address))
      let name = try #require(trials(try await one.begin()).first?["first"]?.string)
      _ = try await other.begin()
      #expect(try await other.get("/stimulus/\(name)").refusal == "not_found")
      #expect(try await Visitor(server.address).get("/stimulus/\(name)").refusal == "no_session")
      #expect(try await one.get("/stimulus/\(name)").status == 200)
    }
  }
}
