import AlignedMemory
import CSuperLU

extension GridSolver {
  /// Spreads values from the labelled pixels with the elimination at hand, which does not depend on
  /// them: first up from the labelled leaves, then down over the whole picture.
  ///
  /// Only for a solver that keeps its panels. The values that the labels came with do not count.
  ///
  /// - Parameter given: two values a pixel, 2p and 2p+1, 0 where it is not labelled; used up.
  func spread(_ given: inout [Double]) throws(LevinError) {
    guard let panels else { preconditionFailure("the solver keeps no panels") }
    try eliminate()
    var isActive = [Bool](repeating: false, count: dissection.fronts.count)
    for pixel in 0..<pixelCount where isLabelled(pixel) {
      isActive[Int(dissection.owner[pixel])] = true
    }
    for index in dissection.fronts.indices {
      let front = dissection.fronts[index]
      guard isActive[index] else {
        solveForNothing(front)
        continue
      }
      if let parent = front.parent { isActive[parent] = true }
      if let leaf = front.leaf {
        try withLocalIndices(of: front) { () throws(LevinError) in
          try gather(front, shape: leaf, &given)
        }
      } else {
        gather(front, panel: panels.panel(index), &given)
      }
    }
    for front in dissection.fronts.reversed() { scatter(front) }
    guard values.allSatisfy(\.isFinite) else { throw .undetermined }
    markUpToDate()
  }

  private func solveForNothing(_ front: Front) {
    for index in 0..<front.pivotCount {
      let pixel = Int(front.pixels[index])
      (solved.start[pixel], solved.start[pixelCount + pixel]) = (0, 0)
    }
  }

  /// y = F11⁻¹·r of a leaf; r(border) −= F21·y.
  private func gather(
    _ front: Front, shape: LeafShape, _ given: inout [Double]
  ) throws(LevinError) {
    let pattern = try LeafPattern.shared(shape)
    let p = front.pivotCount
    let y = scratch.panel.start
    for index in 0..<p {
      let pixel = Int(front.pixels[index])
      (y[index], y[p + index]) = (given[2 * pixel], given[2 * pixel + 1])
    }
    let info = hb_superlu_solve(
      Int32(p), pattern.columnStarts, pattern.rowIndices, entries(of: front, in: pattern),
      pattern.columnOrder, pattern.eliminationTree, y, 2)
    guard info == 0 else { throw info < 0 ? .outOfMemory : .undetermined }
    forEachCoupling(of: front) { pivot, other, _, inOther in
      guard other >= p else { return }
      let pixel = Int(front.pixels[other])
      given[2 * pixel] -= inOther * y[pivot]
      given[2 * pixel + 1] -= inOther * y[p + pivot]
    }
    keep(y, of: front)
  }

  /// y = F11⁻¹·r of a separating line; r(border) −= F21·y.
  private func gather(
    _ front: Front, panel: UnsafeMutablePointer<Double>, _ given: inout [Double]
  ) {
    let (p, b, m) = (front.pivotCount, front.borderCount, front.pixels.count)
    let (right, product) = (scratch.right.start, scratch.panel.start)
    for index in 0..<p {
      let pixel = Int(front.pixels[index])
      (right[index], right[p + index]) = (given[2 * pixel], given[2 * pixel + 1])
    }
    multiplyPair(p, p, panel, m, right, into: product)
    keep(product, of: front)
    guard b > 0 else { return }
    let passed = product + 2 * p
    multiplyPair(b, p, panel + p, m, product, into: passed)
    for index in 0..<b {
      let pixel = Int(front.pixels[p + index])
      given[2 * pixel] -= passed[index]
      given[2 * pixel + 1] -= passed[b + index]
    }
  }

  /// Leaves y where ``scatter(_:)`` looks for it.
  private func keep(_ y: UnsafeMutablePointer<Double>, of front: Front) {
    let p = front.pivotCount
    for index in 0..<p {
      let pixel = Int(front.pixels[index])
      (solved.start[pixel], solved.start[pixelCount + pixel]) = (y[index], y[p + index])
    }
  }

  /// x(pivots) = y − X·x(border).
  private func scatter(_ front: Front) {
    let (p, b) = (front.pivotCount, front.borderCount)
    guard b > 0 else { return }
    let (known, product) = (scratch.right.start, scratch.panel.start)
    for index in 0..<b {
      let pixel = Int(front.pixels[p + index])
      (known[index], known[b + index]) = (solved.start[pixel], solved.start[pixelCount + pixel])
    }
    multiplyPair(p, b, kept(front).x, p, known, into: product)
    for index in 0..<p {
      let pixel = Int(front.pixels[index])
      solved.start[pixel] -= product[index]
      solved.start[pixelCount + pixel] -= product[p + index]
    }
  }
}

/// C = A·B, where A is rows×inner and B two columns, all column-major: bound by reading A once, which
/// a general product would copy first.
private func multiplyPair(
  _ rows: Int, _ inner: Int, _ a: UnsafePointer<Double>, _ leading: Int,
  _ b: UnsafePointer<Double>, into c: UnsafeMutablePointer<Double>
) {
  c.update(repeating: 0, count: 2 * rows)
  let (first, second) = (c, c + rows)
  var column = 0
  // Four columns at a time: each result is read and written a quarter as often.
  while column + 4 <= inner {
    let (a0, b0) = (a + column * leading, b + column)
    let (a1, a2, a3) = (a0 + leading, a0 + 2 * leading, a0 + 3 * leading)
    let (f0, f1, f2, f3) = (b0[0], b0[1], b0[2], b0[3])
    let (g0, g1, g2, g3) = (b0[inner], b0[inner + 1], b0[inner + 2], b0[inner + 3])
    for row in 0..<rows {
      let (x0, x1, x2, x3) = (a0[row], a1[row], a2[row], a3[row])
      first[row] += (x0 * f0 + x1 * f1) + (x2 * f2 + x3 * f3)
      second[row] += (x0 * g0 + x1 * g1) + (x2 * g2 + x3 * g3)
    }
    column += 4
  }
  while column < inner {
    let (x, f, g) = (a + column * leading, b[column], b[inner + column])
    for row in 0..<rows {
      first[row] += x[row] * f
      second[row] += x[row] * g
    }
    column += 1
  }
}
