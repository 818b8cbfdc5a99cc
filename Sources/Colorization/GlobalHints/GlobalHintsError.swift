/// Why numbers cannot be global hints.
public enum GlobalHintsError: Error, Sendable, Equatable {
  /// A mean saturation outside 0…1, or not a number.
  case saturationOutOfRange(Double)
  /// A histogram with negative or infinite entries, or one that does not sum to 1.
  case notADistribution(sum: Double)

  /// The reason in words.
  public var message: String {
    switch self {
    case .saturationOutOfRange(let saturation):
      "the mean saturation is \(saturation); it should be 0 to 1"
    case .notADistribution(let sum):
      "the colour histogram sums to \(sum); it should hold shares from 0 that sum to 1"
    }
  }
}

extension GlobalHintsError: CustomStringConvertible {
  /// The same as ``message``.
  public var description: String { message }
}
