import Colorimetry
import Colorization
import Imaging

/// Suggestions without learning: what a network's suggested colours must beat. Colorizes like
/// `gray`.
public struct PaletteColorizer: ColorSuggesting {
  /// Where the colours come from.
  public enum Source: String, Sendable, CaseIterable {
    /// The same nine everywhere: the k-means of the colours of photographs.
    case nineColors = "nine-colors"
    /// The k-means of all colours that a pixel's lightness allows.
    case gamut = "gamut-palette"
  }

  private static let version = 1
  private let source: Source

  /// A palette of a kind.
  public init(_ source: Source) { self.source = source }

  /// `nine-colors` or `gamut-palette`; it has no weights.
  public var identity: MethodIdentity {
    MethodIdentity(name: source.rawValue, version: Self.version)
  }

  /// Opens a picture.
  ///
  /// - Parameter lightness: L* in 0…100, H×W row-major; only its size matters.
  public func session(for lightness: Plane) -> any ColorizationSession {
    suggestingSession(for: lightness)
  }

  /// Opens a picture for suggestions.
  ///
  /// - Parameter lightness: L* in 0…100, H×W row-major.
  public func suggestingSession(for lightness: Plane) -> any ColorSuggestingSession {
    Session(
      neutral: Chrominance(neutralWithHeight: lightness.height, width: lightness.width),
      source: source)
  }

  private struct Session: ColorSuggestingSession {
    let neutral: Chrominance
    let source: Source

    var distribution: ColorDistribution? { nil }

    func colorize(_ hints: Hints) -> Colorization { .chrominance(neutral) }

    func suggestions(
      row: Int, column: Int, lightness: Double, count: Int
    ) -> [SuggestedColor] {
      switch source {
      case .nineColors: NineColors.suggestions(lightness: lightness, count: count)
      case .gamut: GamutPalette.shared.suggestions(lightness: lightness, count: count)
      }
    }
  }
}
