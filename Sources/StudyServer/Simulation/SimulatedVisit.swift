import Foundation
import PerceptualAnalysis
import PerceptualStudy
import WebService

/// A simulated judge's way through a study: what a page does, without the page.
struct SimulatedVisit: Sendable {
  let client: JudgeClient
  let eye: StudyEye

  /// A visit that has begun.
  struct Begun: Sendable {
    let cookie: String
    let cell: Int
    let trials: [Trial]
    let names: [Int: String]
    let retries: Int
  }

  /// What happened to the answers of a visit.
  struct Done: Sendable {
    var judgements: [Judgement] = []
    var latencies: [Double] = []
    var retries = 0
  }

  /// Agrees, begins, and looks at pictures until they tell the cell; or at all of them.
  func begin(loadingAll: Bool) async throws(StudyServerError) -> Begun {
    let entered = try decode(
      Entered.self, try await client.post("/api/enter", EnterBody(tab: client.tab)), "/api/enter")
    let answered = try await client.post(
      "/api/begin", BeginBody(tab: client.tab, consent: entered.study.consentHash))
    let begun = try decode(BegunBody.self, answered, "/api/begin")
    guard let cookie = answered.cookie else {
      throw .badServer(url: client.server, reason: "it gives no cookie")
    }
    var cells = eye.cells
    for (index, trial) in begun.trials.enumerated()
    where cells.count > 1 || index < Self.leastLooks || loadingAll {
      let first = try await client.get("/stimulus/\(trial.first)", cookie: cookie)
      let second = try await client.get("/stimulus/\(trial.second)", cookie: cookie)
      cells = eye.cells(cells, showing: first.body, then: second.body, at: trial.position)
    }
    guard let cell = cells.first else {
      throw .badServer(url: client.server, reason: "it shows pictures that are not the design's")
    }
    return Begun(
      cookie: cookie, cell: cell, trials: eye.trials(of: cell),
      names: Dictionary(
        begun.trials.map { ($0.position, $0.trial) }, uniquingKeysWith: { first, _ in first }),
      retries: answered.retries)
  }

  /// Trials looked at even where the first tells the cell: a server of another design is noticed.
  private static let leastLooks = 3

  /// Answers every trial.
  func judge(
    _ begun: Begun, as judge: SimulatedJudge, exposure: Exposure, pace: Double
  ) async throws(StudyServerError) -> Done {
    var done = Done()
    for trial in begun.trials {
      let (answer, reaction) = judge.answer(to: trial)
      guard let answer, let name = begun.names[trial.position] else { continue }
      // Answers are sent, and written, with a tenth of a millisecond.
      let milliseconds = (10 * reaction).rounded() / 10
      let shown = Double(exposure.before + exposure.between + 2 * exposure.picture)
      if pace > 0 {
        try? await Task.sleep(for: .milliseconds(Int(pace * (shown + milliseconds))))
      }
      let body = AnswerBody(
        tab: client.tab, key: RandomToken.make(), position: trial.position, trial: name,
        answer: answer, reactionMilliseconds: milliseconds, timing: AnswerBody.Timing(exposure))
      let start = ContinuousClock.now
      let reply = try await client.post("/api/answer", body, cookie: begun.cookie)
      done.latencies.append((ContinuousClock.now - start) / .milliseconds(1))
      done.retries += reply.retries
      guard reply.status == 200 else { throw refused(reply, "/api/answer") }
      done.judgements.append(
        Judgement(
          judge: Judgement.simulatedMark + judge.judge, trial: trial, answer: answer,
          reactionMilliseconds: milliseconds))
    }
    return done
  }

  private func decode<Value: Decodable>(
    _ type: Value.Type, _ answered: JudgeClient.Answered, _ path: String
  ) throws(StudyServerError) -> Value {
    guard (200..<300).contains(answered.status) else { throw refused(answered, path) }
    guard let value = try? JSONDecoder().decode(Value.self, from: answered.body) else {
      throw .badServer(url: client.server + path, reason: "its answer is not what ours say")
    }
    return value
  }

  private func refused(_ answered: JudgeClient.Answered, _ path: String) -> StudyServerError {
    let text = String(decoding: answered.body.prefix(400), as: UTF8.self)
    return .badServer(
      url: client.server + path, reason: "it refuses with status \(answered.status): \(text)")
  }
}
