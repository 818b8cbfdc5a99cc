/// The test that two methods fool equally often.
struct PairTest {
  /// Rate of the first less rate of the second.
  let difference: Double
  /// Of the difference.
  let variance: ContrastVariance
  /// The variance where all answers to each method are equal, and residuals tell nothing: one
  /// success and one failure added to each, as Agresti and Caffo 2000,
  /// https://doi.org/10.1080/00031305.2000.10474560.
  private let smoothed: Double

  /// The test of two methods, given by their places.
  init(_ one: Int, _ other: Int, of answers: MainAnswers, tallies: [MethodTally]) {
    difference = tallies[one].rate - tallies[other].rate
    variance = ContrastVariance(weights: [one: 1, other: -1], answers: answers, tallies: tallies)
    smoothed = [tallies[one], tallies[other]].reduce(0) { sum, tally in
      let trials = Double(tally.trials) + 2
      let rate = (Double(tally.fooled) + 1) / trials
      return sum + rate * (1 - rate) / trials
    }
  }

  /// The standard error that draws of the pigeonhole bootstrap show, corrected.
  func standardError(drawn: Double) -> Double { error(variance.designEffect(drawn: drawn)) }

  /// The standard error without draws.
  var standardError: Double { error(variance.designEffect) }

  private func error(_ effect: Double) -> Double {
    (variance.trials > 0 ? effect * variance.trials : smoothed).squareRoot()
  }

  /// Difference ± t·error; all of −1…1 without degrees of freedom. An end that would leave −1…1 is
  /// that of ``BoundedMean`` instead.
  func interval(standardError error: Double) -> Interval {
    guard variance.freedom > 0 else { return Interval(low: -1, high: 1) }
    let half = StudentDistribution(freedom: variance.freedom).quantile(Interval.upperShare) * error
    let (low, high) = (difference - half, difference + half)
    guard low < -1 || high > 1 else { return Interval(low: low, high: high) }
    let inside = BoundedMean(
      difference, standardError: error, clusters: Int(variance.freedom) + 1, in: -1...1
    ).interval
    return Interval(low: low < -1 ? inside.low : low, high: high > 1 ? inside.high : high)
  }

  /// The two-sided p-value of no difference; 1 without degrees of freedom.
  func p(standardError error: Double) -> Double {
    guard variance.freedom > 0 else { return 1 }
    return StudentDistribution(freedom: variance.freedom).beyond(difference / error)
  }
}
