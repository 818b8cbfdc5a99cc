/// A range that a parameter lies in, at 95 % confidence.
public struct Interval: Sendable, Equatable {
  /// The lower end.
  public let low: Double
  /// The upper end.
  public let high: Double

  /// Makes an interval.
  public init(low: Double, high: Double) {
    (self.low, self.high) = (low, high)
  }

  /// The share of a distribution below the upper end of a central 95 % interval.
  public static let upperShare = 0.975

  /// Whether a value is in it, its ends included.
  public func contains(_ value: Double) -> Bool { low <= value && value <= high }
}
