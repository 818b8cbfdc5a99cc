import CColorimetry

/// CIE 1976 L*a*b* of linear sRGB, pixel by pixel or for whole planes; the arithmetic and its
/// constants are in `CColorimetry`.
enum CIELAB {
  /// One linear colour to L*, a*, b*.
  static func lab(
    red: Double, green: Double, blue: Double
  ) -> (lightness: Double, a: Double, b: Double) {
    var (lightness, a, b) = (0.0, 0.0, 0.0)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 3) { linear in
      (linear[0], linear[1], linear[2]) = (red, green, blue)
      cc_lab_from_linear(1, linear.baseAddress, &lightness, &a, &b)
    }
    return (lightness, a, b)
  }

  /// One colour to linear sRGB, cut at 0 from below, open above.
  static func linear(
    lightness: Double, a: Double, b: Double
  ) -> (red: Double, green: Double, blue: Double) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 6) { scratch in
      (scratch[3], scratch[4], scratch[5]) = (lightness, a, b)
      guard let start = scratch.baseAddress else { return (0, 0, 0) }
      cc_linear_from_lab(1, start + 3, start + 4, start + 5, start)
      return (start[0], start[1], start[2])
    }
  }

  /// Interleaved linear sRGB of L*, a* and b* planes.
  ///
  /// - Returns: H×W×3 values from 0, row-major.
  static func linear(_ lab: LabImage) -> [Double] {
    let count = lab.lightness.values.count
    return [Double](unsafeUninitializedCapacity: 3 * count) { linear, initialized in
      cc_linear_from_lab(
        count, lab.lightness.values, lab.chrominance.a.values, lab.chrominance.b.values,
        linear.baseAddress)
      initialized = 3 * count
    }
  }
}
