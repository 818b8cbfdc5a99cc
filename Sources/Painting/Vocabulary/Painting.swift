import Colorization
import Imaging

/// A result, as the page shows it.
public struct Painting: Sendable {
  /// The result at the working size, 8-bit.
  public let picture: RGBImage
  /// Colours to suggest at the selected place, most probable first; empty where nothing is selected
  /// or the method suggests none.
  public let suggestions: [SuggestedColor]
  /// Seconds that the method took.
  public let seconds: Double
}
