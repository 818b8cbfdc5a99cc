/// A 3×3 matrix for colour spaces: nine stored numbers, so that loops keep it in registers.
struct Matrix3: Sendable {
  let row0: SIMD3<Double>
  let row1: SIMD3<Double>
  let row2: SIMD3<Double>

  init(_ row0: SIMD3<Double>, _ row1: SIMD3<Double>, _ row2: SIMD3<Double>) {
    self.row0 = row0
    self.row1 = row1
    self.row2 = row2
  }

  /// The product with a column, each row summed from left to right.
  @inline(__always)
  func times(_ x: Double, _ y: Double, _ z: Double) -> (Double, Double, Double) {
    (
      row0.x * x + row0.y * y + row0.z * z,
      row1.x * x + row1.y * y + row1.z * z,
      row2.x * x + row2.y * y + row2.z * z
    )
  }

  /// The inverse, as the adjugate over the determinant: within an ulp or two of the exact one for
  /// the well-conditioned matrices of colour spaces.
  var inverse: Matrix3 {
    let first = Self.cross(row1, row2)
    let second = Self.cross(row2, row0)
    let third = Self.cross(row0, row1)
    let determinant = (row0 * first).sum()
    return Matrix3(
      SIMD3(first.x, second.x, third.x) / determinant,
      SIMD3(first.y, second.y, third.y) / determinant,
      SIMD3(first.z, second.z, third.z) / determinant)
  }

  private static func cross(_ u: SIMD3<Double>, _ v: SIMD3<Double>) -> SIMD3<Double> {
    SIMD3(u.y * v.z - u.z * v.y, u.z * v.x - u.x * v.z, u.x * v.y - u.y * v.x)
  }
}
