import ParallelWork
import PerceptualStudy
import Prose

/// How often a design finds the differences between methods, when judges are as supposed.
///
/// Studies of the same schedules are simulated and analysed by the headline comparison: the two-way
/// cluster-robust test of each pair, after Holm's correction.
public struct PowerEstimate: Sendable, Equatable {
  /// Judges of a study.
  public let judges: Int
  /// Simulated studies.
  public let simulations: Int
  /// Every two methods, in the design's order.
  public let pairs: [Pair]

  /// The power for one pair.
  public struct Pair: Sendable, Equatable {
    /// The first method.
    public let methodA: String
    /// The second method.
    public let methodB: String
    /// Rate of A less rate of B as measured, lapses included.
    public let difference: Double
    /// Studies that found the difference, with the right sign; any difference where there is none.
    public let found: Int
    /// Simulated studies.
    public let simulations: Int

    /// The share of studies that found the difference, 0…1.
    public var power: Double { Double(found) / Double(simulations) }
    /// Wilson's 95 % interval of the power, for the simulation's own chance.
    public var interval: Interval { .wilson(successes: found, trials: simulations) }
    /// Whether a true difference is found less often than it should be.
    public var isUnderPowered: Bool { difference != 0 && power < PairEstimate.wishedPower }
  }

  /// Simulates studies of a design.
  ///
  /// - Parameters:
  ///   - design: whose schedules are judged, in rotation when there are more judges than cells.
  ///   - population: the judges; its rates name every method of the design.
  ///   - judges: of a study, at least 1; nil for one judge a cell.
  ///   - simulations: studies, at least 1.
  ///   - seed: of all of it; the result does not depend on threads.
  public init(
    design: StudyDesign, population: JudgePopulation, judges: Int? = nil, simulations: Int = 500,
    seed: UInt64 = 0
  ) throws(PerceptualAnalysisError) {
    let methods = design.methods.map(\.name)
    try Self.check(population, methods: methods)
    let study = SimulatedStudy(design: design, population: population)
    let judges = max(judges ?? design.schedules.count, 1)
    let outcomes = parallelMap(simulations) { index in
      study.tests(judges: judges, seed: seed, index: index)
    }
    self.judges = judges
    self.simulations = simulations
    let couples = methods.indices.flatMap { one in
      methods.indices.dropFirst(one + 1).map { (one, $0) }
    }
    pairs = couples.enumerated().map { place, couple in
      let (one, other) = (methods[couple.0], methods[couple.1])
      let difference =
        (population.measuredRate(of: one) ?? 0) - (population.measuredRate(of: other) ?? 0)
      let found = outcomes.count { tests in
        guard let sign = tests[place] else { return false }
        return difference == 0 || (sign > 0) == (difference > 0)
      }
      return Pair(
        methodA: one, methodB: other, difference: difference, found: found,
        simulations: simulations)
    }
  }

  /// Every method needs a rate, and every rate a method.
  private static func check(
    _ population: JudgePopulation, methods: [String]
  ) throws(PerceptualAnalysisError) {
    if let other = population.rates.keys.sorted().first(where: { !methods.contains($0) }) {
      throw .invalidRates(
        explanation: "the design has no method '\(other)'"
          + NameSuggestion.hint(for: other, in: methods))
    }
    if let method = methods.first(where: { population.rates[$0] == nil }) {
      throw .invalidRates(
        explanation: "method '\(method)' has no rate; give \(method)=RATE")
    }
  }
}
