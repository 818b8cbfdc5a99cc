import Imaging

/// A method that predicts a distribution over colours for every pixel, from which it can suggest some.
public protocol ColorSuggesting: Colorizer {
  /// Opens a picture for colorizing with suggestions, which costs a little more.
  ///
  /// - Parameter lightness: L* in 0…100, H×W row-major.
  func suggestingSession(for lightness: Plane) throws -> any ColorSuggestingSession
}

/// One picture being colorized with suggestions.
public protocol ColorSuggestingSession: ColorizationSession {
  /// The distribution that belongs to the last colorization; nil before the first.
  var distribution: ColorDistribution? { get }
}
