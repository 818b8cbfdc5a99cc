import Colorization
import Imaging

/// Colorization using optimization: hints spread to neighbours of similar lightness.
///
/// Levin, Lischinski, Weiss 2004, https://doi.org/10.1145/1015706.1015780, with the constants of the
/// authors' released program. Two readings of one solver: see ``Reading``.
public struct Levin2004: Colorizer {
  /// What is propagated, and what is kept of the input.
  public enum Reading: String, Sendable, CaseIterable {
    /// As published: I and Q of YIQ are propagated and joined with the grey level Y; the result is a
    /// finished picture whose lightness drifts from the input's.
    case published = "levin2004"
    /// The fair baseline: a and b are propagated and joined with the true lightness.
    case chrominance = "levin2004-ab"
  }

  /// Which of the two readings this is.
  public let reading: Reading

  /// The method in one of its readings.
  public init(_ reading: Reading) { self.reading = reading }

  /// Named after the reading; raised with every change of results.
  public var identity: MethodIdentity { MethodIdentity(name: reading.rawValue, version: 1) }

  /// Opens a picture.
  ///
  /// - Parameter lightness: L* in 0…100, H×W row-major.
  public func session(for lightness: Plane) throws -> any ColorizationSession {
    LevinSession(lightness: lightness, reading: reading)
  }
}
