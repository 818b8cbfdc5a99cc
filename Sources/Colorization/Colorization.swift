import Colorimetry
import Imaging

/// What a method returns: chrominance to join with the true lightness, or a finished picture.
public enum Colorization: Sendable {
  /// Chrominance, H×W; the lightness is the input's.
  case chrominance(Chrominance)
  /// A finished picture with a lightness of its own, judged as it is.
  case picture(SRGBImage)

  /// The chrominance, measured from the picture where the method returned one.
  public var chrominance: Chrominance {
    switch self {
    case .chrominance(let chrominance): chrominance
    case .picture(let picture): LabImage(picture).chrominance
    }
  }

  /// The result in truncated 8-bit sRGB, as it is judged and shown.
  ///
  /// - Parameter lightness: L* in 0…100, H×W, joined with the chrominance; ignored for a picture.
  public func rendered(lightness: Plane) -> RGBImage {
    switch self {
    case .chrominance(let chrominance):
      LabImage(lightness: lightness, chrominance: chrominance).truncated()
    case .picture(let picture): picture.truncated()
    }
  }
}
