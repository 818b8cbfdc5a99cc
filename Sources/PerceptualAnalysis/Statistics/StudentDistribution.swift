import Foundation

/// Student's t distribution.
public struct StudentDistribution: Sendable, Equatable {
  /// The degrees of freedom, above 0.
  public let freedom: Double

  /// The distribution of some degrees of freedom.
  public init(freedom: Double) {
    precondition(freedom > 0, "a t distribution has degrees of freedom")
    self.freedom = freedom
  }

  /// The probability of a value at least this far from 0, on either side: a two-sided p-value.
  public func beyond(_ value: Double) -> Double {
    guard value.isFinite else { return 0 }
    let square = value * value
    return IncompleteBeta.regularized(
      freedom / (freedom + square), complement: square / (freedom + square), freedom / 2, 0.5)
  }

  /// The probability of a value up to this one, 0…1.
  public func cumulative(_ value: Double) -> Double {
    value > 0 ? 1 - beyond(value) / 2 : beyond(value) / 2
  }

  /// The value below which a share of the distribution lies; ∓infinity at 0 and 1.
  ///
  /// By bisection, to the last digits of a Double.
  ///
  /// - Parameter probability: 0…1.
  public func quantile(_ probability: Double) -> Double {
    guard probability > 0 else { return -.infinity }
    guard probability < 1 else { return .infinity }
    guard probability >= 0.5 else { return -quantile(1 - probability) }
    let tails = 2 * (1 - probability)
    var (low, high) = (0.0, 1.0)
    while beyond(high) > tails, high.isFinite { (low, high) = (high, 2 * high) }
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { return middle }
      if beyond(middle) > tails { low = middle } else { high = middle }
    }
  }
}
