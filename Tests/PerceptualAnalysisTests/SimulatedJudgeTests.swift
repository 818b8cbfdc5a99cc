import Foundation
import PerceptualAnalysis
import PerceptualStudy
import Testing

/// Simulated judges do what their population says.
@Suite struct SimulatedJudgeTests {
  private func trial(
    _ position: Int, kind: TrialKind = .main, image: String = "image", method: String = "m"
  ) -> Trial {
    Trial(
      position: position, kind: kind, image: image, method: method, realFirst: position % 2 == 0)
  }

  /// Answers of many judges, each to one trial of one of many images.
  private func answers(
    _ population: JudgePopulation, count: Int = 40_000, kind: TrialKind = .main,
    method: String = "m"
  ) -> [(trial: Trial, answer: NamedFake?, reaction: Double)] {
    (0..<count).map { index in
      let judge = SimulatedJudge(seed: 7, judge: "\(index / 2)", population: population)
      let trial = trial(index % 2 + 1, kind: kind, image: "image-\(index)", method: method)
      let answer = judge.answer(to: trial)
      return (trial, answer.answer, answer.reactionMilliseconds)
    }
  }

  private func rate(_ answers: [(trial: Trial, answer: NamedFake?, reaction: Double)]) -> Double {
    let given = answers.filter { $0.answer != nil }
    return Double(given.count { $0.answer != $0.trial.fake }) / Double(given.count)
  }

  /// The mean over judges, images and sides is the wished rate, whatever they differ by: 40,000
  /// answers have an error of a quarter point, 20,000 judges with SD 1 add less than that.
  @Test(
    arguments: [0.0, 0.1858, 0.5, 0.9, 1],
    [
      JudgePopulation(rates: [:], judgeSD: 0, imageSD: 0),
      JudgePopulation(rates: [:], judgeSD: 1, imageSD: 0.7, imageAgreement: 0.2),
      JudgePopulation(rates: [:], judgeSD: 0.5, imageSD: 0, bias: 1),
    ])
  func rateIsAsWished(_ rate: Double, shape: JudgePopulation) {
    let population = JudgePopulation(
      rates: ["m": rate], judgeSD: shape.judgeSD, imageSD: shape.imageSD,
      imageAgreement: shape.imageAgreement, bias: shape.bias)
    #expect(abs(self.rate(answers(population)) - rate) < 0.012)
    #expect(population.measuredRate(of: "m") == rate)
  }

  @Test func lapsesPullTowardsOneHalf() throws {
    let population = JudgePopulation(rates: ["m": 0.1], lapse: 0.2, careless: 0.1)
    // 0.28 of all trials are answered blindly: 0.72·0.1 + 0.28·0.5.
    let expected = 0.72 * 0.1 + 0.28 * 0.5
    #expect(abs(try #require(population.measuredRate(of: "m")) - expected) < 1e-12)
    #expect(abs(rate(answers(population)) - expected) < 0.012)
    #expect(population.measuredRate(of: "other") == nil)
  }

  @Test func vigilanceIsMissedBlindlyOnly() {
    let awake = JudgePopulation(rates: ["m": 0.5])
    let method = Trial.vigilanceMethod
    #expect(rate(answers(awake, count: 1000, kind: .vigilance, method: method)) == 0)
    let sleepy = JudgePopulation(rates: ["m": 0.5], lapse: 0.4)
    let missed = rate(answers(sleepy, kind: .vigilance, method: method))
    #expect(abs(missed - 0.2) < 0.01)
  }

  @Test func biasNamesTheFirst() {
    func share(_ bias: Double) -> Double {
      let answers = answers(JudgePopulation(rates: ["m": 0.3], bias: bias))
      return Double(answers.count { $0.answer == .first }) / Double(answers.count)
    }
    #expect(share(1) > 0.6 && share(-1) < 0.4 && abs(share(0) - 0.5) < 0.012)
  }

  @Test func someAnswersAreMissing() {
    let given = answers(JudgePopulation(rates: ["m": 0.3], unanswered: 0.25))
    #expect(abs(Double(given.count { $0.answer == nil }) / 40_000 - 0.25) < 0.01)
  }

  @Test func reactionsArePositiveAndFasterBlindly() {
    func median(_ population: JudgePopulation) -> Double {
      answers(population, count: 2001).map(\.reaction).sorted()[1000]
    }
    let awake = median(JudgePopulation(rates: ["m": 0.3]))
    #expect((550...750).contains(awake))
    #expect(median(JudgePopulation(rates: ["m": 0.3], careless: 1)) < awake / 2)
    #expect(answers(JudgePopulation(rates: ["m": 0.3]), count: 500).allSatisfy { $0.reaction > 0 })
  }

  /// What was asked before makes no difference, nor do other judges.
  @Test func answersDependOnNamesOnly() {
    let population = JudgePopulation(rates: ["m": 0.4])
    let judge = SimulatedJudge(seed: 1, judge: "a", population: population)
    let forward = (1...50).map { judge.answer(to: trial($0)).reactionMilliseconds }
    let again = SimulatedJudge(seed: 1, judge: "a", population: population)
    let backward = (1...50).reversed().map { again.answer(to: trial($0)).reactionMilliseconds }
    #expect(forward == backward.reversed())
    let other = SimulatedJudge(seed: 1, judge: "b", population: population)
    #expect(other.skill != judge.skill)
    #expect(SimulatedJudge(seed: 2, judge: "a", population: population).skill != judge.skill)
  }

  /// Skills have the wished spread: 5,000 judges have an error of 1 %.
  @Test func skillsSpread() {
    let population = JudgePopulation(rates: [:], judgeSD: 0.8)
    let skills = (0..<5000).map {
      SimulatedJudge(seed: 3, judge: "\($0)", population: population).skill
    }
    let mean = skills.reduce(0, +) / 5000
    let variance = skills.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 4999
    #expect(abs(mean) < 0.05 && abs(variance.squareRoot() - 0.8) < 0.04)
  }
}
