import Imaging

/// A method that a user guides by statistics of a picture instead of by points.
public protocol GloballyGuided: Colorizer {
  /// Opens a picture for colorizing with changing global hints.
  ///
  /// - Parameter lightness: L* in 0…100, H×W row-major.
  func guidedSession(for lightness: Plane) throws -> any GloballyGuidedSession
}

/// One picture being colorized with changing global hints.
///
/// Where the method can suggest colours it is a ``ColorSuggestingSession``, too, whose distribution
/// belongs to the last hints.
public protocol GloballyGuidedSession {
  /// Colorizes with these hints alone.
  mutating func colorize(guidedBy hints: GlobalHints) throws -> Colorization
}
