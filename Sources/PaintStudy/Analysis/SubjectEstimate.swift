import PerceptualAnalysis

/// A mean over subjects with its interval.
///
/// A subject's pictures belong together, so each subject counts once, with the mean of the own
/// pictures; the interval is Student's over subjects, 95 %. What images are hard for everybody widens
/// it too, but images are not drawn anew.
public struct SubjectEstimate: Sendable, Equatable {
  /// The mean.
  public let value: Double
  /// The interval; nil with fewer than two subjects.
  public let interval: Interval?
  /// The two-sided p-value of 0; nil with fewer than two subjects.
  public let p: Double?
  /// How many subjects there are.
  public let subjects: Int

  /// An estimate from one number a subject; nil without any.
  public init?(_ values: [Double]) {
    guard !values.isEmpty else { return nil }
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    value = mean
    subjects = values.count
    guard values.count > 1 else {
      (interval, p) = (nil, nil)
      return
    }
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let error = (squares / (count - 1) / count).squareRoot()
    let student = StudentDistribution(freedom: count - 1)
    let half = student.quantile(Interval.upperShare) * error
    interval = Interval(low: mean - half, high: mean + half)
    p = mean == 0 ? 1 : student.beyond(mean / error)
  }
}
