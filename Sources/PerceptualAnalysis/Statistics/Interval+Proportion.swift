extension Interval {
  /// Wilson's score interval of a proportion: 95 %, trials taken as independent.
  ///
  /// Wilson 1927, https://doi.org/10.1080/01621459.1927.10502953.
  ///
  /// - Parameters:
  ///   - successes: 0…trials.
  ///   - trials: at least 1.
  public static func wilson(successes: Int, trials: Int) -> Interval {
    wilson(
      rate: Double(successes) / Double(trials), trials: Double(trials),
      quantile: NormalDistribution.quantile(upperShare))
  }

  /// Wilson's interval with a number of trials and a quantile of one's own, as for clustered data:
  /// Dean and Pagano 2015, https://doi.org/10.1093/jssam/smv024.
  ///
  /// - Parameters:
  ///   - rate: 0…1.
  ///   - trials: the effective number of trials, above 0.
  ///   - quantile: of the distribution of the standardized rate, above 0.
  static func wilson(rate: Double, trials: Double, quantile: Double) -> Interval {
    let square = quantile * quantile / trials
    guard square.isFinite else { return Interval(low: 0, high: 1) }
    let center = (rate + square / 2) / (1 + square)
    let half = (square * (rate * (1 - rate) + square / 4)).squareRoot() / (1 + square)
    // Rounding must not put the rate itself outside.
    return Interval(
      low: min(max(center - half, 0), rate), high: max(min(center + half, 1), rate))
  }

  /// The interval that Zhang et al. 2017 give: mean ± t·s/√n over all trials of all judges as if
  /// they were one judge's, 95 %, with s over n − 1; the old tool's `analyze.m`.
  ///
  /// One trial tells nothing of its spread and gives 0…1. Where an end would leave 0…1, with few
  /// trials or a rate near an end, Wilson's interval with Student's quantile stands instead.
  ///
  /// - Parameters:
  ///   - successes: 0…trials.
  ///   - trials: at least 1.
  public static func pooled(successes: Int, trials: Int) -> Interval {
    guard trials > 1 else { return Interval(low: 0, high: 1) }
    let (count, rate) = (Double(trials), Double(successes) / Double(trials))
    let error = (rate * (1 - rate) / (count - 1)).squareRoot()
    let quantile = StudentDistribution(freedom: count - 1).quantile(upperShare)
    let half = error * quantile
    guard rate - half >= 0, rate + half <= 1 else {
      return wilson(rate: rate, trials: count, quantile: quantile)
    }
    return Interval(low: rate - half, high: rate + half)
  }
}
