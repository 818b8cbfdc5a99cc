import Foundation
import PerceptualStudy
import StudyFixtures
import StudyServer
import Testing

/// Who gets which cell, and who is let in.
@Suite struct SessionTests {
  /// Answers all trials of a judge; `right` tells whether vigilance trials are seen through.
  private func finish(
    _ judge: Visitor, _ trials: [JSONValue], in schedule: JudgeSchedule, right: Bool = true
  ) async throws {
    for (shown, trial) in zip(trials, schedule.trials) {
      let named = right ? trial.fake : (trial.realFirst ? .first : .second)
      let heard = try await judge.answer(shown, ["answer": .string(named.rawValue)])
      #expect(heard.status == 200, "\(heard.text)")
    }
  }

  @Test func theLeastFilledCellIsNextCountedOnUsableJudges() async throws {
    try await serving { server, design in
      let schedules = Dictionary(uniqueKeysWithValues: design.schedules.map { ($0.judge, $0) })
      // Cells are dealt in order: 1 finishes well, 2 misses every vigilance trial, 3 is under way.
      var judges: [(judge: Visitor, trials: [JSONValue])] = []
      for _ in 1...3 {
        var judge = Visitor(server.address)
        let begun = trials(try await judge.begin())
        judges.append((judge, begun))
      }
      for (cell, isGood) in [(1, true), (2, false)] {
        let (judge, begun) = judges[cell - 1]
        try await finish(judge, begun, in: try #require(schedules[cell]), right: isGood)
      }
      // The excluded judge's cell is free again and, as 4, least filled.
      var replacement = Visitor(server.address)
      let begun = trials(try await replacement.begin())
      try await finish(replacement, begun, in: try #require(schedules[2]))
      let rows = try Records.judgements(server.database)
      #expect(Set(rows.map(\.judge)) == ["1", "2", "2-2"])
      let second = rows.filter { $0.judge == "2-2" }
      #expect(second.map(\.trial) == schedules[2]?.trials)
      let usable = try Records.usable(server.database)
      #expect(usable == ["1": true, "2": false, "2-2": true])
    }
  }

  @Test func aFullStudyRefusesFurtherJudges() async throws {
    try await serving { server, design in
      for _ in design.schedules {
        var judge = Visitor(server.address)
        #expect(try await judge.begin().status == 201)
      }
      var late = Visitor(server.address)
      let heard = try await late.begin()
      #expect(heard.status == 403)
      #expect(heard.refusal == "full")
      #expect(late.cookie == nil)
    }
  }

  @Test func aReloadGoesOnAtTheUnfinishedTrial() async throws {
    try await serving { server, _ in
      var judge = Visitor(server.address)
      let begun = trials(try await judge.begin())
      for trial in begun.prefix(3) { _ = try await judge.answer(trial) }
      let again = try await judge.enter()
      #expect(again.json["state"] == "under_way")
      #expect(trials(again) == Array(begun.dropFirst(3)))
    }
  }

  @Test func aSecondTabIsRefusedUntilItTakesOver() async throws {
    try await serving { server, _ in
      var first = Visitor(server.address)
      let begun = trials(try await first.begin())
      var second = Visitor(server.address)
      second.cookie = first.cookie
      let refused = try await second.enter()
      #expect(refused.status == 409)
      #expect(refused.refusal == "open_elsewhere")
      #expect(try await second.answer(begun[0]).refusal == "other_tab")
      let taken = try await second.enter(["takeOver": true])
      #expect(taken.json["state"] == "under_way")
      #expect(try await first.answer(begun[0]).refusal == "other_tab")
      let alive = try await first.post("/api/alive", ["tab": .string(first.tab)])
      #expect(alive.refusal == "other_tab")
      #expect(try await second.answer(begun[0]).status == 200)
    }
  }

  @Test func aBeginningThatWasNotHeardIsTheSameSession() async throws {
    try await serving { server, _ in
      var judge = Visitor(server.address)
      let first = trials(try await judge.begin())
      let (lost, tab) = (judge.cookie, judge.tab)
      judge.cookie = nil
      var again = Visitor(server.address, tab: tab)
      #expect(trials(try await again.begin()) == first)
      #expect(again.cookie != lost)
      #expect(try Records.count("sessions", server.database) == 1)
      // Once an answer is there, the page has heard; the token opens nothing any more.
      _ = try await again.answer(first[0])
      var third = Visitor(server.address, tab: tab)
      #expect(try await third.begin().status != 201)
    }
  }

  @Test func aWorkerTakesPartOnceAndIsKeptAsAHash() async throws {
    try await serving { server, _ in
      let worker: JSONValue = ["source": "prolific", "id": "5f3c-worker-of-prolific"]
      var judge = Visitor(server.address)
      #expect(try await judge.begin(["worker": worker]).status == 201)
      let elsewhere = try await Visitor(server.address).enter(["worker": worker])
      #expect(elsewhere.status == 403)
      #expect(elsewhere.refusal == "begun_elsewhere")
      var again = Visitor(server.address)
      #expect(try await again.begin(["worker": worker]).refusal == "already_took_part")
      // The same name at another site is another person.
      let other: JSONValue = ["source": "mturk", "id": "5f3c-worker-of-prolific"]
      var stranger = Visitor(server.address)
      #expect(try await stranger.begin(["worker": other]).status == 201)
      try await server.stop()
      let bytes = try Data(contentsOf: URL(fileURLWithPath: server.database))
      #expect(bytes.range(of: Data("5f3c-worker".utf8)) == nil)
      #expect(bytes.range(of: Data("127.0.0.1".utf8)) == nil)
    }
  }

  @Test func judgesWithoutAWorkersNameCanBeKeptOut() async throws {
    try await serving({ $0.isWorkerRequired = true }) { server, _ in
      var direct = Visitor(server.address)
      let refused = try await direct.begin()
      #expect(refused.refusal == "worker_required")
      var sent = Visitor(server.address)
      let begun = try await sent.begin(["worker": ["source": "mturk", "id": "A1"]])
      #expect(begun.status == 201)
    }
  }

  @Test func anotherConsentTextIsRefused() async throws {
    try await serving { server, _ in
      var judge = Visitor(server.address)
      let heard = try await judge.begin(["consent": .string(String(repeating: "0", count: 64))])
      #expect(heard.status == 409)
      #expect(heard.refusal == "other_consent")
      #expect(try Records.count("sessions", server.database) == 0)
    }
  }

  @Test func theClosingPageKnowsTheCodesOnlyAtTheEnd() async throws {
    try await serving({ $0.completionCode = "C0DE1" }) { server, design in
      var judge = Visitor(server.address)
      let begun = trials(
        try await judge.begin(["worker": ["source": "prolific", "id": "abc"]]))
      #expect(try await judge.get("/api/closing").refusal == "not_complete")
      try await finish(judge, begun, in: design.schedules[0])
      let closing = try await judge.get("/api/closing").json
      #expect(closing["completionCode"] == "C0DE1")
      #expect(
        closing["returnAddress"] == "https://app.prolific.com/submissions/complete?cc=C0DE1")
      #expect(closing["withdrawalCode"]?.string?.utf8.count == 17)
      #expect(try await judge.enter().json["state"] == "complete")
    }
  }
}
