import Foundation
import GRDB
import StudyFixtures
import StudyServer
import Testing

/// Judges can take back what they judged.
@Suite struct WithdrawalTests {
  private func finished(_ server: RunningServer) async throws -> (judge: Visitor, code: String) {
    var judge = Visitor(server.address)
    for trial in trials(try await judge.begin()) { _ = try await judge.answer(trial) }
    let closing = try await judge.get("/api/closing").json
    return (judge, try #require(closing["withdrawalCode"]?.string))
  }

  @Test func theClosingPageDeletesTheJudgesAnswersOnly() async throws {
    try await serving { server, _ in
      let (judge, code) = try await finished(server)
      let (other, otherCode) = try await finished(server)
      // A code works only with the cookie of its judge.
      let foreign = try await judge.post("/api/withdraw", ["code": .string(otherCode)])
      #expect(foreign.refusal == "unknown_code")
      #expect(try await judge.post("/api/withdraw", ["code": "XXXXX"]).status == 404)
      let judges = Set(try Records.judgements(server.database).map(\.judge))
      #expect(judges.count == 2)
      #expect(try await judge.post("/api/withdraw", ["code": .string(code)]).status == 204)
      let left = Set(try Records.judgements(server.database).map(\.judge))
      #expect(left == judges.subtracting(["1"]))
      #expect(try await judge.get("/api/closing").refusal == "withdrawn")
      #expect(try await judge.enter().status == 410)
      #expect(try await other.get("/api/closing").status == 200)
    }
  }

  @Test func theCommandDeletesByCodeHoweverItIsTyped() async throws {
    try await serving { server, _ in
      let (_, code) = try await finished(server)
      let database = try StudyDatabase(existing: server.database)
      let typed = code.lowercased().replacingOccurrences(of: "-", with: " ")
      #expect(try await database.withdraw(code: typed) == 10)
      #expect(try Records.count("answers", server.database) == 0)
      await #expect(throws: StudyServerError.unknownCode) {
        try await database.withdraw(code: code)
      }
      database.close()
    }
  }

  @Test func deletedAnswersLeaveNoBytes() async throws {
    try await serving { server, _ in
      var judge = Visitor(server.address)
      let begun = trials(try await judge.begin())
      let remark = "a remark that nobody else makes"
      for trial in begun { _ = try await judge.answer(trial) }
      let tab = JSONValue.string(judge.tab)
      _ = try await judge.post("/api/comment", ["tab": tab, "text": .string(remark)])
      let code = try #require(
        try await judge.get("/api/closing").json["withdrawalCode"]?.string)
      _ = try await judge.post("/api/withdraw", ["code": .string(code)])
      for ending in ["", "-wal"] {
        let bytes = FileManager.default.contents(atPath: server.database + ending) ?? Data()
        #expect(bytes.range(of: Data(remark.utf8)) == nil, "\(ending)")
      }
    }
  }

  @Test func aWithdrawnWorkerDoesNotComeAgainAndTheCellIsFree() async throws {
    try await serving({ $0.rounds = 1 }) { server, design in
      let worker: JSONValue = ["source": "prolific", "id": "w1"]
      var judge = Visitor(server.address)
      for trial in trials(try await judge.begin(["worker": worker])) {
        _ = try await judge.answer(trial)
      }
      let code = try #require(
        try await judge.get("/api/closing").json["withdrawalCode"]?.string)
      _ = try await judge.post("/api/withdraw", ["code": .string(code)])
      var again = Visitor(server.address)
      #expect(try await again.begin(["worker": worker]).refusal == "already_took_part")
      for _ in design.schedules {
        var other = Visitor(server.address)
        #expect(try await other.begin().status == 201)
      }
      let cells = try Records.read(server.database) {
        try Int.fetchAll($0, sql: "SELECT cell FROM sessions ORDER BY id")
      }
      #expect(cells == [1] + design.schedules.map(\.judge))
    }
  }
}
