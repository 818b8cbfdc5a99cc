import Colorimetry
import Colorization
import Imaging

/// Colours everything alike: the mean of the revealed colours.
public struct Method2024: Colorizer {
  /// The method; it has no settings.
  public init() {}

  /// `method2024`; it has no weights.
  public var identity: MethodIdentity { MethodIdentity(name: "method2024", version: 1) }

  /// Opens a picture.
  public func session(for lightness: Plane) -> any ColorizationSession {
    Session(lightness: lightness)
  }

  private struct Session: ColorizationSession {
    let lightness: Plane

    func colorize(_ hints: Hints) -> Colorization {
      let count = Double(max(1, hints.points.count))
      func everywhere(_ sum: Double) -> Plane {
        Plane(height: lightness.height, width: lightness.width, repeating: sum / count)
      }
      let a = everywhere(hints.points.reduce(0) { $0 + $1.a })
      let b = everywhere(hints.points.reduce(0) { $0 + $1.b })
      return .chrominance(Chrominance(a: a, b: b))
    }
  }
}
