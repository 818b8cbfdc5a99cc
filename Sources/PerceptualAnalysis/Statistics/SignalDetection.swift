/// Sensitivity and bias of two-interval forced choice.
///
/// A hit is the answer "second" where the fake is second, a false alarm the answer "second" where it
/// is first. d′ = (z(H) − z(F))/√2 and c = −(z(H) + z(F))/2: Macmillan and Creelman 2004, *Detection
/// Theory*, chapter 7. Half a trial is added to each count, so that neither is ever infinite: Hautus
/// 1995, https://doi.org/10.3758/BF03203619.
public struct SignalDetection: Sendable, Equatable {
  /// Share of hits among trials whose fake is second, corrected.
  public let hitRate: Double
  /// Share of false alarms among trials whose fake is first, corrected.
  public let falseAlarmRate: Double

  /// Counts answers.
  ///
  /// - Parameters:
  ///   - hits: answers "second" among `fakeSecond` trials.
  ///   - fakeSecond: trials whose fake is second.
  ///   - falseAlarms: answers "second" among `fakeFirst` trials.
  ///   - fakeFirst: trials whose fake is first.
  public init(hits: Int, fakeSecond: Int, falseAlarms: Int, fakeFirst: Int) {
    hitRate = (Double(hits) + 0.5) / (Double(fakeSecond) + 1)
    falseAlarmRate = (Double(falseAlarms) + 0.5) / (Double(fakeFirst) + 1)
  }

  /// How well fakes are told: 0 for guessing, larger is better.
  public var sensitivity: Double {
    (NormalDistribution.quantile(hitRate) - NormalDistribution.quantile(falseAlarmRate))
      / 2.0.squareRoot()
  }

  /// Liking for an answer, whatever is shown: above 0 for "first", below 0 for "second".
  public var criterion: Double {
    -(NormalDistribution.quantile(hitRate) + NormalDistribution.quantile(falseAlarmRate)) / 2
  }
}
