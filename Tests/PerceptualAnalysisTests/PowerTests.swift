import PerceptualAnalysis
import PerceptualStudy
import Testing

/// Power by simulation against what formulas say.
@Suite struct PowerTests {
  private let design = SmallDesign.make(judges: 20, trials: 30, images: 60)

  private func population(_ rates: [Double], sd: Double = 0) -> JudgePopulation {
    JudgePopulation(
      rates: Dictionary(uniqueKeysWithValues: zip(SmallDesign.methods, rates)), judgeSD: sd,
      imageSD: sd)
  }

  /// Without effects of judges and images a pair is two independent proportions. With 200 trials
  /// each of 20 and 35 %, the error is √(0.16/200 + 0.2275/200) = 0.04402, and with Holm's least
  /// level for the two equal differences between α/3 and α/2 the normal power is between 0.845
  /// (z = 2.394) and 0.878 (z = 2.241); t quantiles of 19 degrees (2.625, 2.433) make it less:
  /// from Φ(3.407 − 2.625) = 0.783 to Φ(3.407 − 2.093) = 0.906 where all three were tested alone.
  @Test func powerIsThatOfTwoProportions() throws {
    let estimate = try PowerEstimate(
      design: design, population: population([0.2, 0.35, 0.35]), simulations: 400, seed: 1)
    #expect(estimate.judges == 20)
    for pair in estimate.pairs.prefix(2) {
      #expect(abs(pair.difference + 0.15) < 1e-12)
      #expect((0.72...0.95).contains(pair.power), "\(pair.power)")
    }
  }

  /// Where nothing differs, no more than one study in twenty finds something in any pair.
  @Test func nothingIsFoundWhereNothingIs() throws {
    let estimate = try PowerEstimate(
      design: design, population: population([0.3, 0.3, 0.3], sd: 0.6), simulations: 400, seed: 2)
    // Holm's correction keeps all three together below 5 %; a share of 400 has an error of 1.1.
    #expect(estimate.pairs.allSatisfy { $0.power < 0.06 && !$0.isUnderPowered })
  }

  @Test func sameSeedSamePower() throws {
    func estimate(_ seed: UInt64) throws -> PowerEstimate {
      try PowerEstimate(
        design: design, population: population([0.2, 0.3, 0.4], sd: 0.5), simulations: 60,
        seed: seed)
    }
    #expect(try estimate(5) == estimate(5))
    #expect(try estimate(5) != estimate(6))
  }

  @Test func neededJudgesAreEnough() throws {
    let population = population([0.2, 0.3, 0.3], sd: 0.4)
    let needed = try JudgesNeeded.search(
      design: design, population: population, simulations: 100, seed: 3)
    #expect(needed.map(\.methodA) == ["automatic", "automatic", "plain"])
    #expect(needed[2].judges == nil)
    let judges = try #require(needed[0].judges)
    func power(_ judges: Int) throws -> Double {
      try PowerEstimate(
        design: design, population: population, judges: judges, simulations: 100, seed: 3
      ).pairs[0].power
    }
    #expect(try power(judges) >= 0.8)
    #expect(try power(judges * 2 / 3) < 0.8)
    let estimate = try PowerEstimate(
      design: design, population: population, judges: 6, simulations: 100, seed: 3)
    let table = PowerTable(estimate: estimate, needed: needed)
    #expect(table.warnings.count == 2)
    #expect(table.warnings[0].contains("it needs about \(judges) judges"))
    #expect(table.text.split(separator: "\n").count == 4)
  }

  /// Differences between images do not shrink with more judges.
  @Test func fewImagesCannotBeMadeUpFor() throws {
    let few = SmallDesign.make(judges: 8, trials: 3, images: 3)
    let needed = try JudgesNeeded.search(
      design: few,
      population: JudgePopulation(
        rates: ["automatic": 0.28, "plain": 0.3, "full": 0.32], judgeSD: 0, imageSD: 1.5),
      simulations: 20)
    #expect(needed.allSatisfy { $0.judges == nil })
  }

  @Test func ratesMustFitTheDesign() {
    for rates in [["automatic": 0.2], ["automatic": 0.2, "plain": 0.2, "full": 0.2, "ful": 0.3]] {
      #expect(throws: PerceptualAnalysisError.self) {
        try PowerEstimate(design: design, population: JudgePopulation(rates: rates))
      }
    }
  }
}
