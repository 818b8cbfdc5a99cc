/// CIE 1976 L*a*b* under D65, 2° observer, with the constants of scikit-image.
enum CIELAB {
  /// Linear sRGB to XYZ.
  static let toXYZ = Matrix3(
    [0.412453, 0.357580, 0.180423], [0.212671, 0.715160, 0.072169], [0.019334, 0.119193, 0.950227])

  /// XYZ to linear sRGB: the inverse of ``toXYZ``, each entry to the last bit as LAPACK's LU
  /// decomposition (hence NumPy and scikit-image) rounds it.
  ///
  /// Every inverse of ``toXYZ`` is right to an ulp, but a picture measured and rendered again lies
  /// on the edge of truncation, where another last bit here moves PSNR by 0.01 dB.
  static let toRGB = Matrix3(
    [0x1.9ec817b82c15bp+1, -0x1.8982c30361d2fp+0, -0x1.fe804e830daedp-2],
    [-0x1.f0422f4f71583p-1, 0x1.e040e17805a68p+0, 0x1.546d1830bb26bp-5],
    [0x1.c7db75e6f908ap-5, -0x1.a1e06cda87a6ap-3, 0x1.0eabf031d3561p+0])

  private static let whiteX = 0.95047
  private static let whiteZ = 1.08883

  /// Linear sRGB to L*, a*, b*; `matrix` is ``toXYZ``, read once outside the loop.
  @inline(__always)
  static func lab(
    red: Double, green: Double, blue: Double, matrix: Matrix3
  ) -> (lightness: Double, a: Double, b: Double) {
    let (x, y, z) = matrix.times(red, green, blue)
    let fx = response(x / whiteX)
    let fy = response(y)
    let fz = response(z / whiteZ)
    return (116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz))
  }

  /// L*, a*, b* to linear sRGB, cut at 0 from below, open above; not-a-number becomes 0.
  ///
  /// `matrix` is ``toRGB``, read once outside the loop.
  @inline(__always)
  static func linear(
    lightness: Double, a: Double, b: Double, matrix: Matrix3
  ) -> (red: Double, green: Double, blue: Double) {
    let fy = (lightness + 16) / 116
    let (red, green, blue) = matrix.times(
      stimulus(fy + a / 500) * whiteX, stimulus(fy), stimulus(positive(fy - b / 200)) * whiteZ)
    return (positive(red), positive(green), positive(blue))
  }

  @inline(__always)
  private static func positive(_ value: Double) -> Double { value > 0 ? value : 0 }

  @inline(__always)
  private static func response(_ stimulus: Double) -> Double {
    stimulus > 0.008856 ? cubeRoot(stimulus) : 7.787 * stimulus + 16.0 / 116
  }

  @inline(__always)
  private static func stimulus(_ response: Double) -> Double {
    response > 0.2068966 ? response * response * response : (response - 16.0 / 116) / 7.787
  }
}
