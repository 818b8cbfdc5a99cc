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

  /// Difference ± t·error, within −1…1; all of it without degrees of freedom.
  func interval(standardError error: Double) -> Interval {
    guard variance.freedom > 0 else { return Interval(low: -1, high: 1) }
    let half = StudentDistribution(freedom: variance.freedom).quantile(Interval.upperShare) * error
    return Interval(low: max(difference - half, -1), high: min(difference + half, 1))
  }

  /// The two-sided p-value of no difference; 1 without degrees of freedom.
  func p(standardError error: Double) -> Double {
    guard variance.freedom > 0 else { return 1 }
    return StudentDistribution(freedom: variance.freedom).beyond(difference / error)
  }
}
