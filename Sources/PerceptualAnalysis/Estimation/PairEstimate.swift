/// The difference between the fooling rates of two methods.
public struct PairEstimate: Sendable, Equatable {
  /// The first method.
  public let methodA: String
  /// The second method.
  public let methodB: String
  /// Rate of A less rate of B, −1…1.
  public let difference: Double
  /// Its interval by the corrected two-way cluster bootstrap, 95 %.
  public let interval: Interval
  /// The standard error of the difference.
  public let standardError: Double
  /// The share of corrected draws in which A's rate is above B's, ties counted half.
  public let probabilityAbove: Double
  /// The same by the old tool's nested bootstrap.
  public let nestedProbabilityAbove: Double
  /// Two-sided p-value of no difference.
  public let p: Double
  /// The p-value after Holm's correction over all pairs.
  public internal(set) var pHolm: Double

  /// The largest p-value that is called a difference.
  public static let significance = 0.05
  /// The power that a study should have.
  public static let wishedPower = 0.8

  /// Whether the two differ after Holm's correction.
  public var isSignificant: Bool { pHolm < Self.significance }

  /// The difference that a study with this standard error finds with the wished power: (z₀.₉₇₅ +
  /// z₀.₈)·error, as a share.
  public var detectableDifference: Double {
    (NormalDistribution.quantile(Interval.upperShare)
      + NormalDistribution.quantile(Self.wishedPower)) * standardError
  }
}

extension PairEstimate {
  /// Estimates the difference of two methods, given by their places.
  init(
    _ one: Int, _ other: Int, of answers: MainAnswers, tallies: [MethodTally], draws: RateDraws,
    nested: RateDraws
  ) {
    methodA = answers.methods[one]
    methodB = answers.methods[other]
    let test = PairTest(one, other, of: answers, tallies: tallies)
    let drawn = draws.differences(one, other)
    let error = test.standardError(drawn: drawn.variance)
    let shrink = test.variance.correction.squareRoot()
    let difference = test.difference
    self.difference = difference
    standardError = error
    interval = test.interval(standardError: error)
    probabilityAbove = drawn.map { difference + shrink * ($0 - difference) }.shareAboveZero
    nestedProbabilityAbove = nested.differences(one, other).shareAboveZero
    p = test.p(standardError: error)
    pHolm = p
  }
}
