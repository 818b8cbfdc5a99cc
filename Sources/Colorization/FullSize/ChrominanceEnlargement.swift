import Colorimetry
import Imaging

/// How chrominance recovered at the processing size becomes that of the whole picture.
public enum ChrominanceEnlargement: String, Sendable, Hashable, CaseIterable {
  /// Follows the edges of the picture's own lightness: ``JointBilateralUpsampling``.
  case jointBilateral = "joint-bilateral"
  /// The triangle filter alone (``Plane/resized(height:width:)``); colours bleed over edges.
  case bilinear

  /// Enlarges chrominance to a picture's size; an axis along which the picture is smaller shrinks.
  ///
  /// - Parameters:
  ///   - chrominance: a* and b* at the processing size, h×w.
  ///   - low: the L* they were recovered from, h×w.
  ///   - full: the L* of the whole picture, H×W.
  /// - Returns: H×W.
  public func enlarge(
    _ chrominance: Chrominance, lightness low: Plane, to full: Plane
  ) -> Chrominance {
    switch self {
    case .jointBilateral:
      JointBilateralUpsampling().enlarge(chrominance, lightness: low, to: full)
    case .bilinear:
      chrominance.resized(height: full.height, width: full.width)
    }
  }
}

extension Chrominance {
  /// Both planes scaled by the triangle filter.
  func resized(height: Int, width: Int) -> Chrominance {
    Chrominance(
      a: a.resized(height: height, width: width), b: b.resized(height: height, width: width))
  }
}
