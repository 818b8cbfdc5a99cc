import PerceptualStudy

/// How many judges a design needs to find each difference with the wished power.
public struct JudgesNeeded: Sendable, Equatable {
  /// The first method.
  public let methodA: String
  /// The second method.
  public let methodB: String
  /// The judges; nil where even ``limit`` are too few, or where there is no difference to find.
  public let judges: Int?

  /// The most judges that are tried: a study of so many is beyond most budgets, and what it does not
  /// find is held up by too few images.
  public static let limit = 1024

  /// Searches: judges are doubled until the power is there, then halved in between to within a
  /// twentieth.
  ///
  /// - Parameters:
  ///   - design: whose cells are taken in rotation.
  ///   - population: the judges.
  ///   - simulations: studies at every number of judges.
  ///   - seed: of all of it.
  public static func search(
    design: StudyDesign, population: JudgePopulation, simulations: Int, seed: UInt64 = 0
  ) throws(PerceptualAnalysisError) -> [JudgesNeeded] {
    var estimates: [Int: PowerEstimate] = [:]
    func pairs(_ judges: Int) throws(PerceptualAnalysisError) -> [PowerEstimate.Pair] {
      if let known = estimates[judges] { return known.pairs }
      let estimate = try PowerEstimate(
        design: design, population: population, judges: judges, simulations: simulations,
        seed: seed)
      estimates[judges] = estimate
      return estimate.pairs
    }
    let first = try pairs(2)
    var needed: [JudgesNeeded] = []
    for place in first.indices {
      let pair = first[place]
      var judges: Int?
      if pair.difference != 0 {
        var high = 2
        while high < limit, try pairs(high)[place].power < PairEstimate.wishedPower { high *= 2 }
        if try pairs(high)[place].power >= PairEstimate.wishedPower {
          var low = high / 2
          while high - low > max(high / 20, 1) {
            let middle = (low + high) / 2
            let isEnough = try pairs(middle)[place].power >= PairEstimate.wishedPower
            if isEnough { high = middle } else { low = middle }
          }
          judges = high
        }
      }
      needed.append(JudgesNeeded(methodA: pair.methodA, methodB: pair.methodB, judges: judges))
    }
    return needed
  }
}
