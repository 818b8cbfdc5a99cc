import Imaging

/// Recovers chrominance from lightness and what the user has revealed.
///
/// All that the harness knows of a method: whoever implements this and ``ColorizationSession`` can
/// be run, judged and reported.
public protocol Colorizer: Sendable {
  /// Name, version and weights: part of every ledger key.
  var identity: MethodIdentity { get }

  /// Opens a picture for colorizing.
  ///
  /// - Parameter lightness: L* in 0…100, H×W row-major.
  func session(for lightness: Plane) throws -> any ColorizationSession
}

/// One picture being colorized: holds whatever can be reused from point to point.
///
/// A result depends only on the lightness and the hints, never on the calls before it.
public protocol ColorizationSession {
  /// Colorizes with all `hints` (not only the newest).
  mutating func colorize(_ hints: Hints) throws -> Colorization

  /// Does work ahead, while nobody waits, that a colorization with one point more than the last one
  /// will need. Changes no result; nobody has to call it.
  mutating func prepareForNextPoint() throws
}

extension ColorizationSession {
  /// Nothing, unless a method says otherwise.
  public mutating func prepareForNextPoint() throws {}
}
