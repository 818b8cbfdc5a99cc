/// A mean over judges, subjects or other clusters that lies in a range, as a share lies in 0…1 and a
/// difference of two shares in −1…1.
///
/// Mean ± t·error leaves the range near its ends, and is too narrow there. Taken as a share of the
/// range, p, a mean with the standard error e says as much as n = p(1 − p)/e² independent trials would
/// (Kish's effective sample size), and Wilson's score interval of p with n trials and Student's
/// quantile stays inside: Korn and Graubard 1998, Survey Methodology 24, 193; Dean and Pagano 2015,
/// https://doi.org/10.1093/jssam/smv024. In 20,000 simulated samples of each of 96 settings (3 to 24
/// clusters of 10 or 40 trials, shares of 0.02 to 0.5, intraclass correlations of 0 to 0.4) it held
/// the truth in 80 to 100 %, mean ± t·error in 19 to 96 %; with ten clusters or more and shares of 0.3
/// or 0.5 it held it in 95 to 96 %, the other in 93 to 95 %.
public struct BoundedMean: Sendable, Equatable {
  /// The mean.
  public let value: Double
  /// Its interval, 95 %, inside the range.
  public let interval: Interval
  private let range: ClosedRange<Double>
  private let trials: Double
  private let student: StudentDistribution

  /// A mean with its standard error.
  ///
  /// - Parameters:
  ///   - value: the mean, in the range.
  ///   - standardError: of the mean. Clusters that are all equal tell nothing of their spread; each
  ///     then counts as a trial.
  ///   - clusters: at least 2.
  ///   - range: what no value can leave; not empty.
  public init(
    _ value: Double, standardError: Double, clusters: Int, in range: ClosedRange<Double> = 0...1
  ) {
    precondition(clusters > 1, "one cluster tells nothing of others")
    let width = range.upperBound - range.lowerBound
    let share = min(max((value - range.lowerBound) / width, 0), 1)
    let error = standardError / width
    trials = error > Self.rounding ? share * (1 - share) / (error * error) : Double(clusters)
    student = StudentDistribution(freedom: Double(clusters - 1))
    let shares = Interval.wilson(
      rate: share, trials: trials, quantile: student.quantile(Interval.upperShare))
    interval = Interval(
      low: min(range.lowerBound + width * shares.low, value),
      high: max(range.lowerBound + width * shares.high, value))
    self.value = value
    self.range = range
  }

  /// Errors below this are nothing but rounding.
  private static let rounding = 1e-12

  /// The two-sided p-value of a mean inside the range: below 0.05 where the interval leaves it out.
  public func p(of null: Double) -> Double {
    let width = range.upperBound - range.lowerBound
    let (share, expected) = (
      (value - range.lowerBound) / width, (null - range.lowerBound) / width
    )
    return student.beyond((share - expected) / (expected * (1 - expected) / trials).squareRoot())
  }
}
