import PerceptualAnalysis

/// A mean over subjects with its interval.
///
/// A subject's pictures belong together, so each subject counts once, with the mean of the own
/// pictures; the interval is Student's over subjects, 95 %, and where the numbers lie in a range, as
/// shares do, that of ``PerceptualAnalysis/BoundedMean``, which stays in it. What images are hard for
/// everybody widens it too, but images are not drawn anew.
public struct SubjectEstimate: Sendable, Equatable {
  /// The mean.
  public let value: Double
  /// The interval; nil with fewer than two subjects.
  public let interval: Interval?
  /// The two-sided p-value of 0; nil with fewer than two subjects, and at an end of the range.
  public let p: Double?
  /// How many subjects there are.
  public let subjects: Int

  /// An estimate from one number a subject; nil without any.
  ///
  /// - Parameter range: what no number can leave, as 0…1 for a share and −1…1 for a difference of
  ///   shares; nil where there is no such range.
  public init?(_ values: [Double], in range: ClosedRange<Double>? = nil) {
    guard !values.isEmpty else { return nil }
    // In one order, so that sums are the same to the last digit, whatever order subjects come in.
    let values = values.sorted()
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
    if let range {
      let bounded = BoundedMean(mean, standardError: error, clusters: values.count, in: range)
      interval = bounded.interval
      p = range.lowerBound < 0 && range.upperBound > 0 ? bounded.p(of: 0) : nil
      return
    }
    let student = StudentDistribution(freedom: count - 1)
    let half = student.quantile(Interval.upperShare) * error
    interval = Interval(low: mean - half, high: mean + half)
    p = mean == 0 ? 1 : student.beyond(mean / error)
  }
}
