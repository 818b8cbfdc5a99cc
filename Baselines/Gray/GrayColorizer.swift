import Colorimetry
import Colorization
import Imaging

/// No colour at all: what every method must beat. Ignores hints.
public struct GrayColorizer: Colorizer {
  /// The method; it has no settings.
  public init() {}

  /// `gray`; it has no weights.
  public var identity: MethodIdentity { MethodIdentity(name: "gray", version: 1) }

  /// Opens a picture.
  ///
  /// - Parameter lightness: L* in 0…100, H×W row-major; only its size matters.
  public func session(for lightness: Plane) -> any ColorizationSession {
    Session(neutral: Chrominance(neutralWithHeight: lightness.height, width: lightness.width))
  }

  private struct Session: ColorizationSession {
    let neutral: Chrominance

    func colorize(_ hints: Hints) -> Colorization { .chrominance(neutral) }
  }
}
