import Foundation
import PerceptualAnalysis
import PerceptualStudy
import ScratchFolders
import StudyFixtures
import StudyServer
import Testing

/// Simulated judges take part through the server's own interface.
@Suite struct SimulationTests {
  private func options(_ judges: Int, seed: UInt64 = 3) -> SimulationOptions {
    SimulationOptions(
      judges: judges, seed: seed,
      population: JudgePopulation(rates: ["alpha": 0.2, "beta": 0.4], lapse: 0.05))
  }

  @Test func theSameSeedGivesTheSameAnswers() async throws {
    let folder = try SharedDesign.folder()
    let first = try await StudySimulation.run(folder: folder, options: options(10))
    var narrow = options(10)
    narrow.concurrency = 1
    let second = try await StudySimulation.run(folder: folder, options: narrow)
    #expect(AnswersFile.data(first.judgements) == AnswersFile.data(second.judgements))
    let third = try await StudySimulation.run(folder: folder, options: options(10, seed: 4))
    #expect(first.judgements.map(\.answer) != third.judgements.map(\.answer))
    #expect(first.judgements.map(\.trial) == third.judgements.map(\.trial))
  }

  @Test func whatJudgesKnowIsWhatTheServerStores() async throws {
    try await serving({ $0.rounds = 3 }) { server, design in
      let simulation = try StudySimulation(
        design: try SharedDesign.folder(), options: options(12))
      let outcome = try await simulation.run(server: server.address)
      #expect(outcome.judgements.count == 12 * 10)
      #expect(outcome.judgements == (try Records.judgements(server.database)))
      // Every cell three times, each with its own schedule.
      for schedule in design.schedules {
        for suffix in ["", "-2", "-3"] {
          let name = "simulated-\(schedule.judge)\(suffix)"
          let trials = outcome.judgements.filter { $0.judge == name }.map(\.trial)
          #expect(trials == schedule.trials, "\(name)")
        }
      }
    }
  }

  @Test func judgesAreTheSimulatedOnes() async throws {
    let outcome = try await StudySimulation.run(
      folder: try SharedDesign.folder(), options: options(4))
    for judgement in outcome.judgements {
      #expect(judgement.isSimulated)
      let judge = SimulatedJudge(
        seed: 3, judge: String(judgement.judge.dropFirst("simulated-".count)),
        population: options(4).population)
      let (answer, reaction) = judge.answer(to: judgement.trial)
      #expect(judgement.answer == answer)
      #expect(abs((judgement.reactionMilliseconds ?? 0) - reaction) <= 0.05)
    }
  }

  @Test func aSilentServerIsNamed() async throws {
    var impatient = options(1)
    impatient.patience = 0.2
    let simulation = try StudySimulation(design: try SharedDesign.folder(), options: impatient)
    // Port 9 (discard) is closed on this machine, or answers no HTTP.
    await #expect {
      try await simulation.run(server: "http://127.0.0.1:9")
    } throws: {
      if case .badServer = $0 as? StudyServerError { true } else { false }
    }
  }

  @Test func anotherDesignsServerIsNoticed() async throws {
    try await serving { server, _ in
      let scratch = try ScratchFolder()
      var other = FixtureDesign()
      other.declaration.seed = 99
      try other.write(scratch.path)
      let simulation = try StudySimulation(design: scratch.path, options: options(1))
      await #expect {
        try await simulation.run(server: server.address)
      } throws: {
        if case .badServer(_, let reason) = $0 as? StudyServerError {
          reason.contains("not the design's")
        } else {
          false
        }
      }
    }
  }
}
