import Prose

/// Why a result cannot be judged.
public enum MetricError: Error, Sendable, Equatable {
  /// No metric has this name.
  case unknownMetric(name: String, known: [String])
  /// The result has another size than the truth.
  case sizeMismatch(height: Int, width: Int, expectedHeight: Int, expectedWidth: Int)
  /// The result holds infinities or not-a-number.
  case resultNotFinite

  /// The reason in words.
  public var message: String {
    switch self {
    case .unknownMetric(let name, let known):
      "unknown metric '\(name)'" + NameSuggestion.hint(for: name, in: known)
    case .sizeMismatch(let height, let width, let expectedHeight, let expectedWidth):
      "the result has \(height)×\(width) pixels, the truth \(expectedHeight)×\(expectedWidth)"
    case .resultNotFinite:
      "the result holds infinities or not-a-number"
    }
  }
}

extension MetricError: CustomStringConvertible {
  /// The same as ``message``.
  public var description: String { message }
}
