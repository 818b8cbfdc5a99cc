/// A mean over answers with an interval that takes a judge's answers as belonging together.
public struct ClusteredMean: Sendable, Equatable {
  /// The estimate.
  public let value: Double
  /// Its interval, 95 %.
  public let interval: Interval
  /// The two-sided p-value of the value that stands for "nothing there".
  public let p: Double

  /// An estimate whose error is a sum of one contribution a judge: the variance is G/(G − 1) times
  /// the sum of squares, with G − 1 degrees of freedom (Liang and Zeger 1986,
  /// https://doi.org/10.1093/biomet/73.1.13). Nil with fewer than two judges.
  ///
  /// - Parameters:
  ///   - value: the estimate.
  ///   - contributions: of the judges.
  ///   - null: what `p` tests.
  init?(_ value: Double, contributions: [Double], null: Double) {
    guard let error = Self.error(contributions) else { return nil }
    let groups = Double(contributions.count)
    let student = StudentDistribution(freedom: groups - 1)
    let half = student.quantile(Interval.upperShare) * error
    self.value = value
    interval = Interval(low: value - half, high: value + half)
    p = value == null ? 1 : student.beyond((value - null) / error)
  }

  /// The same for a share, whose interval stays in 0…1: ``BoundedMean``.
  init?(share: Double, contributions: [Double], null: Double) {
    guard let error = Self.error(contributions) else { return nil }
    let mean = BoundedMean(share, standardError: error, clusters: contributions.count)
    (value, interval, p) = (share, mean.interval, mean.p(of: null))
  }

  private static func error(_ contributions: [Double]) -> Double? {
    guard contributions.count > 1 else { return nil }
    let groups = Double(contributions.count)
    let squares = contributions.reduce(0) { $0 + $1 * $1 }
    return (squares * groups / (groups - 1)).squareRoot()
  }
}
