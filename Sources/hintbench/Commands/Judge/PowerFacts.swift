import PerceptualAnalysis

/// Power for programs: `judge power --json`. Power is the share of simulated studies that find the
/// difference, with Wilson's 95 % interval.
struct PowerFacts: Encodable {
  let judges: Int
  let simulations: Int
  let pairs: [Pair]
  let warnings: [String]

  /// The power for two methods.
  struct Pair: Encodable {
    let methodA: String
    let methodB: String
    let difference: Double
    let power: Double
    let interval: [Double]
    /// Nil where no number of judges that was tried is enough, or there is no difference.
    let judgesNeeded: Int?
  }

  init(_ estimate: PowerEstimate, _ needed: [JudgesNeeded], warnings: [String]) {
    (judges, simulations) = (estimate.judges, estimate.simulations)
    pairs = zip(estimate.pairs, needed).map { pair, needed in
      Pair(
        methodA: pair.methodA, methodB: pair.methodB, difference: pair.difference,
        power: pair.power, interval: [pair.interval.low, pair.interval.high],
        judgesNeeded: needed.judges)
    }
    self.warnings = warnings
  }
}
