import Imaging

/// A picture in CIE 1976 L*a*b*, D65, 2° observer.
///
/// The constants are those of `skimage.color`: sRGB thresholds .04045 and .0031308, white
/// (.95047, 1, 1.08883), response threshold .008856 with slope 7.787, its inverse .2068966; the
/// matrix back is the inverse of the matrix forth in double precision.
public struct LabImage: Sendable, Equatable {
  /// L* in 0…100, H×W.
  public var lightness: Plane
  /// a* and b*, H×W each.
  public var chrominance: Chrominance

  /// Joins lightness and chrominance of one size.
  public init(lightness: Plane, chrominance: Chrominance) {
    precondition(
      lightness.height == chrominance.height && lightness.width == chrominance.width,
      "lightness and chrominance have one size")
    self.lightness = lightness
    self.chrominance = chrominance
  }

  /// Rows, H.
  public var height: Int { lightness.height }

  /// Columns, W.
  public var width: Int { lightness.width }

  /// The colour at a row and column.
  public subscript(row: Int, column: Int) -> LabColor {
    LabColor(
      lightness: lightness[row, column], a: chrominance.a[row, column],
      b: chrominance.b[row, column])
  }
}
