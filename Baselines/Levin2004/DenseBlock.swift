import COpenBLAS

/// Dense column-major matrices of doubles: products by OpenBLAS, and an inverse built on them.
enum DenseBlock {
  /// Columns eliminated together.
  static let side = 16
}

/// C = scale·A·B, or C += scale·A·B: A is rows×inner, B inner×columns, all column-major.
@inline(__always)
func multiply(
  _ rows: Int, _ columns: Int, _ inner: Int, _ a: UnsafePointer<Double>, _ leadingA: Int,
  _ b: UnsafePointer<Double>, _ leadingB: Int, into c: UnsafeMutablePointer<Double>,
  _ leadingC: Int, adding: Bool, scale: Double = 1
) {
  cblas_dgemm(
    CblasColMajor, CblasNoTrans, CblasNoTrans, Int32(rows), Int32(columns), Int32(inner), scale, a,
    Int32(leadingA), b, Int32(leadingB), adding ? 1 : 0, c, Int32(leadingC))
}

/// Inverts a square matrix in place by blocks of Gauss–Jordan steps, all in matrix products.
///
/// Does not pivot: the matrices here are Schur complements of diagonally dominant M-matrices, which
/// are M-matrices again. A zero pivot gives infinities, which the caller sees in the solution.
func invert(
  _ matrix: UnsafeMutablePointer<Double>, order: Int, leading: Int, scratch: FrontScratch
) {
  guard order > DenseBlock.side else {
    invertSmall(matrix, order: order, leading: leading)
    return
  }
  let (columns, rows) = (scratch.columns.start, scratch.rows.start)
  for first in stride(from: 0, to: order, by: DenseBlock.side) {
    let side = min(DenseBlock.side, order - first)
    let corner = matrix + first * leading + first
    invertSmall(corner, order: side, leading: leading)
    // The block's columns are set aside and become those of the identity, so that one product
    // updates the remaining columns and builds the inverse's at once: matrix ← matrix − C·R with
    // R = D⁻¹·(the block's rows) and −1 in C where R itself is to stand.
    for column in 0..<side {
      let source = matrix + (first + column) * leading
      let target = columns + column * order
      target.update(from: source, count: order)
      (target + first).update(repeating: 0, count: side)
      target[first + column] = -1
    }
    multiply(
      side, first, side, corner, leading, matrix + first, leading, into: rows, side, adding: false)
    let after = first + side
    if after < order {
      multiply(
        side, order - after, side, corner, leading, matrix + after * leading + first, leading,
        into: rows + after * side, side, adding: false)
    }
    for column in 0..<side {
      (rows + (first + column) * side).update(from: corner + column * leading, count: side)
      (matrix + (first + column) * leading).update(repeating: 0, count: order)
    }
    for column in 0..<order {
      (matrix + column * leading + first).update(repeating: 0, count: side)
    }
    multiply(
      order, order, side, columns, order, rows, side, into: matrix, leading, adding: true, scale: -1
    )
  }
}

/// The same for a few columns, without products.
private func invertSmall(_ matrix: UnsafeMutablePointer<Double>, order: Int, leading: Int) {
  for k in 0..<order {
    let pivotColumn = matrix + k * leading
    let inverse = 1 / pivotColumn[k]
    pivotColumn[k] = 0
    for column in 0..<order where column != k {
      let target = matrix + column * leading
      let factor = target[k] * inverse
      for row in 0..<order { target[row] -= pivotColumn[row] * factor }
      target[k] = factor
    }
    for row in 0..<order { pivotColumn[row] *= -inverse }
    pivotColumn[k] = inverse
  }
}
