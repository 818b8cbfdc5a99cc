import Colorimetry
import Colorization
import Imaging

/// The size at which pictures are colorized, and how a result gets back to the picture's own.
public struct WorkingSize: Sendable, Equatable {
  /// Sides that can be worked at, in pixels.
  public static let sides = 16...4096
  /// The side that is worked at where the result has the picture's own size.
  private static let fullSide = 256

  /// The side of the square that is worked at, in pixels.
  public let side: Int
  /// How chrominance is enlarged to the picture's own size; nil where the result is the square.
  public let enlargement: ChrominanceEnlargement?

  /// Reads a side, or `full` for results of the picture's own size; nil for other text.
  ///
  /// - Parameter enlargement: for `full`.
  public init?(_ text: String, enlargement: ChrominanceEnlargement) {
    if text == "full" {
      side = Self.fullSide
      self.enlargement = enlargement
      return
    }
    guard let side = Int(text), Self.sides.contains(side) else { return nil }
    self.side = side
    self.enlargement = nil
  }

  /// What a method is given of a picture: L* in 0…100, side×side.
  public func lightness(of original: RGBImage) -> Plane {
    LabImage(original.resized(height: side, width: side)).lightness
  }

  /// The finished picture.
  ///
  /// - Parameters:
  ///   - colorization: what a method made, side×side.
  ///   - lightness: what it was given, side×side.
  ///   - original: whose own lightness an enlarged result has.
  public func picture(
    _ colorization: Colorization, lightness: Plane, original: RGBImage
  ) -> RGBImage {
    guard let enlargement else { return colorization.rendered(lightness: lightness) }
    let full = LabImage(original).lightness
    let enlarged = enlargement.enlarge(colorization.chrominance, lightness: lightness, to: full)
    return LabImage(lightness: full, chrominance: enlarged).truncated()
  }

  /// What a result depends on, as one stable word for keys.
  var key: String {
    "size=\(side)" + (enlargement.map { ",full=\($0.rawValue)" } ?? "")
  }
}
