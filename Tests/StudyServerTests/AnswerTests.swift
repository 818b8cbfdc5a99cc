import Foundation
import GRDB
import PerceptualStudy
import StudyFixtures
import Testing

/// Answers are stored once, in order, by their own judge.
@Suite struct AnswerTests {
  @Test func anAnswerSentAgainCountsOnceAndIsAcknowledgedAgain() async throws {
    try await serving { server, _ in
      var judge = Visitor(server.address)
      let begun = trials(try await judge.begin())
      let key: [String: JSONValue] = ["key": .string(Visitor.token())]
      let first = try await judge.answer(begun[0], key)
      let again = try await judge.answer(begun[0], key)
      #expect(first.status == 200)
      #expect(again.status == 200)
      #expect(first.json == again.json)
      #expect(try Records.count("answers", server.database) == 1)
      // Also after the next trial has been answered.
      _ = try await judge.answer(begun[1])
      #expect(try await judge.answer(begun[0], key).status == 200)
      #expect(try Records.count("answers", server.database) == 2)
    }
  }

  @Test func aSecondAnswerToATrialIsRefusedAndTheFirstStays() async throws {
    try await serving { server, _ in
      var judge = Visitor(server.address)
      let begun = trials(try await judge.begin())
      _ = try await judge.answer(begun[0], ["answer": "first"])
      let second = try await judge.answer(begun[0], ["answer": "second"])
      #expect(second.status == 409)
      #expect(second.refusal == "already_answered")
      #expect(try Records.judgements(server.database).map(\.answer) == [.first])
    }
  }

  @Test func answersAtOnceUnderManyKeysAreOneAnswer() async throws {
    try await serving { server, _ in
      var judge = Visitor(server.address)
      let begun = trials(try await judge.begin())
      let visitor = judge
      let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<16 { group.addTask { try await visitor.answer(begun[0]).status } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(statuses.count { $0 == 200 } == 1)
      #expect(statuses.count { $0 == 409 } == 15)
      #expect(try Records.count("answers", server.database) == 1)
    }
  }

  @Test func answersOutOfOrderAreRefused() async throws {
    try await serving { server, _ in
      var judge = Visitor(server.address)
      let begun = trials(try await judge.begin())
      let heard = try await judge.answer(begun[1])
      #expect(heard.status == 409)
      #expect(heard.refusal == "out_of_order")
      #expect(try Records.count("answers", server.database) == 0)
    }
  }

  @Test(
    arguments: [
      ["trial": "AAAAAAAAAAAAAAAAAAAAAA"], ["trial": ""], ["position": 11], ["position": 99_999],
    ] as [[String: JSONValue]])
  func forgedTrialsAreRefused(_ forged: [String: JSONValue]) async throws {
    try await serving { server, _ in
      var judge = Visitor(server.address)
      let begun = trials(try await judge.begin())
      let heard = try await judge.answer(begun[0], forged)
      #expect(heard.status == 409)
      #expect(heard.refusal == "unknown_trial")
    }
  }

  @Test func anotherJudgesTrialIsRefused() async throws {
    try await serving { server, _ in
      var (one, other) = (Visitor(server.address), Visitor(server.address))
      let begun = trials(try await one.begin())
      _ = try await other.begin()
      #expect(try await other.answer(begun[0]).refusal == "unknown_trial")
      var thief = Visitor(server.address)
      #expect(try await thief.answer(begun[0]).refusal == "no_session")
      thief.cookie = "hintbench_judge=" + String(repeating: "A", count: 44)
      #expect(try await thief.answer(begun[0]).refusal == "no_session")
      // A stolen cookie without the tab's token answers nothing either.
      thief.cookie = one.cookie
      #expect(try await thief.answer(begun[0]).refusal == "other_tab")
    }
  }

  @Test func onlyPracticeIsToldWhereTheFakeWas() async throws {
    try await serving { server, design in
      var judge = Visitor(server.address)
      let begun = trials(try await judge.begin())
      for (shown, trial) in zip(begun, design.schedules[0].trials) {
        let told = try await judge.answer(shown).json["fake"]?.string
        #expect(told == (trial.kind == .practice ? trial.fake.rawValue : nil))
      }
    }
  }

  @Test func exposuresOffByMoreThanOneAndAHalfFramesAreMarked() async throws {
    try await serving { server, _ in
      var judge = Visitor(server.address)
      let begun = trials(try await judge.begin())
      // The design shows each picture 120 ms; one and a half frames are 25.05 ms here.
      for (index, duration) in [120.0, 145, 146, 94, 96].enumerated() {
        var timing = Visitor.timing
        timing["firstOffset"] = .number(60 + duration)
        timing["secondOnset"] = 300
        timing["secondOffset"] = 420
        _ = try await judge.answer(begun[index], ["timing": .object(timing)])
      }
      let marks = try Records.read(server.database) {
        try Int.fetchAll($0, sql: "SELECT off_schedule FROM answers ORDER BY position")
      }
      #expect(marks == [0, 0, 1, 1, 0])
    }
  }

  @Test(
    arguments: [
      ["answer": "third"], ["answer": .null], ["reactionMilliseconds": -1],
      ["reactionMilliseconds": 1e300], ["key": "short"], ["position": 0], ["position": 1.5],
      ["tab": ""], ["timing": [:]], ["input": "<script>"],
    ] as [[String: JSONValue]])
  func implausibleAnswersAreRefused(_ wrong: [String: JSONValue]) async throws {
    try await serving { server, _ in
      var judge = Visitor(server.address)
      let begun = trials(try await judge.begin())
      let heard = try await judge.answer(begun[0], wrong)
      #expect(heard.status == 400)
      #expect(heard.refusal == "bad_request")
      #expect(try Records.count("answers", server.database) == 0)
    }
  }

  @Test func timesThatRunBackwardsAreRefused() async throws {
    try await serving { server, _ in
      var judge = Visitor(server.address)
      let begun = trials(try await judge.begin())
      var timing = Visitor.timing
      timing["secondOnset"] = 10
      #expect(try await judge.answer(begun[0], ["timing": .object(timing)]).status == 400)
    }
  }

  @Test func theViewHasTheContractsColumns() async throws {
    try await serving { server, _ in
      var judge = Visitor(server.address)
      let begun = trials(try await judge.begin())
      _ = try await judge.answer(begun[0])
      let columns = try Records.read(server.database) { database in
        try Row.fetchOne(database, sql: "SELECT * FROM exported_answers").map {
          Array($0.columnNames)
        }
      }
      #expect(columns == AnswersFile.header + ["withdrawn", "usable"])
    }
  }

  @Test func eventsAreStoredAndBounded() async throws {
    try await serving { server, _ in
      var judge = Visitor(server.address)
      _ = try await judge.begin()
      let tab = JSONValue.string(judge.tab)
      func events(_ count: Int, _ kind: JSONValue = "blur") -> JSONValue {
        let event: JSONValue = ["kind": kind, "at": 12.5, "position": 0]
        return ["tab": tab, "events": .array(Array(repeating: event, count: count))]
      }
      #expect(try await judge.post("/api/events", events(3)).status == 204)
      #expect(try Records.count("events", server.database) == 3)
      #expect(try await judge.post("/api/events", events(51)).status == 400)
      #expect(try await judge.post("/api/events", events(1, "<b>")).status == 400)
      for _ in 0..<21 { _ = try await judge.post("/api/events", events(50)) }
      #expect(try Records.count("events", server.database) == 1000)
    }
  }
}
