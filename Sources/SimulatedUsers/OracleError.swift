/// Why a simulated user reveals no further point.
public enum OracleError: Error, Sendable, Equatable {
  /// Every place for another whole patch overlaps one of the `placed` earlier ones.
  case noRoom(placed: Int, patch: Int, height: Int, width: Int)
  /// The prediction has another size than the picture.
  case sizeMismatch(height: Int, width: Int, expectedHeight: Int, expectedWidth: Int)
  /// The prediction holds infinities or not-a-number.
  case predictionNotFinite

  /// The reason in words.
  public var message: String {
    switch self {
    case .noRoom(let placed, let patch, let height, let width):
      "no room for another \(patch)×\(patch) patch in \(height)×\(width) pixels "
        + "after \(placed) points"
    case .sizeMismatch(let height, let width, let expectedHeight, let expectedWidth):
      "the prediction has \(height)×\(width) pixels, the picture "
        + "\(expectedHeight)×\(expectedWidth)"
    case .predictionNotFinite:
      "the prediction holds infinities or not-a-number"
    }
  }
}

extension OracleError: CustomStringConvertible {
  /// The same as ``message``.
  public var description: String { message }
}
