import Imaging

/// A method that predicts a distribution over colours for every pixel, from which it can suggest some.
public protocol ColorSuggesting: Colorizer {
  /// Whether it does: a network may lack the layers that predict the distribution.
  var canSuggest: Bool { get }

  /// Opens a picture for colorizing with suggestions, which costs a little more.
  ///
  /// - Parameter lightness: L* in 0…100, H×W row-major.
  func suggestingSession(for lightness: Plane) throws -> any ColorSuggestingSession
}

extension ColorSuggesting {
  /// True, unless a method says otherwise.
  public var canSuggest: Bool { true }
}

/// One picture being colorized with suggestions.
public protocol ColorSuggestingSession: ColorizationSession {
  /// The distribution that belongs to the last colorization; nil before the first.
  var distribution: ColorDistribution? { get }

  /// How suggestions are made of it; that of the published networks, unless a method says otherwise.
  var recipe: SuggestionRecipe { get }

  /// Colours to suggest for a pixel, most probable first.
  ///
  /// - Parameters:
  ///   - row: from 0 at the top.
  ///   - column: from 0 at the left.
  ///   - lightness: L* of the pixel, 0…100.
  ///   - count: the most colours to suggest.
  /// - Returns: nothing before the first colorization.
  func suggestions(row: Int, column: Int, lightness: Double, count: Int) -> [SuggestedColor]
}

extension ColorSuggestingSession {
  /// As in Zhang et al. 2017, §3.2.
  public var recipe: SuggestionRecipe { .published }

  /// The colours that ``recipe`` makes of the distribution.
  public func suggestions(
    row: Int, column: Int, lightness: Double, count: Int
  ) -> [SuggestedColor] {
    guard let distribution else { return [] }
    return Palette.suggestions(
      from: distribution, row: row, column: column, lightness: lightness, count: count,
      recipe: recipe)
  }
}
