import Colorimetry

/// The simulated users by name.
public enum OracleKind: String, CaseIterable, Codable, Sendable {
  /// ``RandomOracle``.
  case random
  /// ``MaxErrorOracle``.
  case maxError = "max-error"

  /// Side of the box that the max-error user averages over, in pixels.
  private static let window = 25

  /// Whether the next point depends on the prediction: then the method runs after every point.
  public var followsPrediction: Bool { self == .maxError }

  /// Whether the points depend on the seed.
  public var usesSeed: Bool { self == .random }

  /// What the points depend on besides picture, prediction and seed, as one stable word for keys:
  /// `patch=7` or `patch=7,window=25`.
  ///
  /// - Parameter patch: side of a revealed patch in pixels.
  public func parameters(patch: Int = 7) -> String {
    switch self {
    case .random: "patch=\(patch)"
    case .maxError: "patch=\(patch),window=\(Self.window)"
    }
  }

  /// A user of this kind for one picture.
  ///
  /// - Parameters:
  ///   - truth: the true a* and b*, H×W.
  ///   - patch: side of a revealed patch in pixels, odd.
  ///   - seed: chooses the points of a random user; a max-error user has no chance in it.
  public func oracle(truth: Chrominance, patch: Int = 7, seed: UInt64) -> any Oracle {
    switch self {
    case .random: RandomOracle(truth: truth, patch: patch, seed: seed)
    case .maxError: MaxErrorOracle(truth: truth, patch: patch, window: Self.window)
    }
  }
}
