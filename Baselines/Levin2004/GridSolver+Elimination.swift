import CSuperLU

extension GridSolver {
  /// Eliminates an undivided rectangle through SuperLU.
  func eliminateLeaf(_ front: Front, shape: LeafShape) throws(LevinError) {
    let pattern = try LeafPattern.shared(shape)
    let (p, b) = (front.pivotCount, front.borderCount)
    let (x, s) = kept(front)
    x.update(repeating: 0, count: (p + b) * (b + 2))

    let values = entries(of: front, in: pattern)
    // Couplings with the border: those in the pivots' equations are right-hand sides, those in the
    // border's equations are applied to the solved X.
    var outward: [(pivot: Int, border: Int, value: Double)] = []
    forEachCoupling(of: front) { pivot, other, inPivot, inOther in
      guard other >= p else { return }
      x[(other - p) * p + pivot] = inPivot
      outward.append((pivot, other - p, inOther))
    }
    setRightHandSides(of: front, in: x)
    let info = hb_superlu_solve(
      Int32(p), pattern.columnStarts, pattern.rowIndices, values, pattern.columnOrder,
      pattern.eliminationTree, x, Int32(b + 2))
    guard info == 0 else { throw info < 0 ? .outOfMemory : .undetermined }
    for column in 0..<(b + 2) {
      let (solved, schur) = (x + column * p, s + column * b)
      for (pivot, border, value) in outward { schur[border] -= value * solved[pivot] }
    }
  }

  /// F11 of a leaf, in the order of its pattern.
  func entries(of front: Front, in pattern: LeafPattern) -> [Double] {
    pattern.entries.map { entry in
      let pixel = Int(front.pixels[entry.row])
      return entry.direction.map { coefficient(pixel, $0) } ?? diagonal(pixel)
    }
  }

  /// Eliminates a separating line through OpenBLAS, from its children's Schur complements.
  func eliminateLine(_ front: Front, index: Int) {
    let (p, b, m) = (front.pivotCount, front.borderCount, front.pixels.count)
    let (x, s) = kept(front)
    let (panel, right) = (panels?.panel(index) ?? scratch.panel.start, scratch.right.start)
    panel.update(repeating: 0, count: m * p)
    right.update(repeating: 0, count: p * (b + 2))
    s.update(repeating: 0, count: b * (b + 2))
    for child in front.children {
      assemble(dissection.fronts[child], into: front, panel: panel)
    }
    forEachCoupling(of: front) { pivot, other, inPivot, inOther in
      if other < p {
        panel[other * m + pivot] += inPivot
      } else {
        right[(other - p) * p + pivot] += inPivot
        panel[pivot * m + other] += inOther
      }
    }
    for pivot in 0..<p { panel[pivot * m + pivot] += diagonal(Int(front.pixels[pivot])) }
    setRightHandSides(of: front, in: right)

    invert(panel, order: p, leading: m, scratch: scratch)
    multiply(p, b + 2, p, panel, m, right, p, into: x, p, adding: false)
    if b > 0 { multiply(b, b + 2, p, panel + p, m, x, p, into: s, b, adding: true, scale: -1) }
  }

  /// Adds a child's Schur complement to its parent's blocks.
  private func assemble(
    _ child: Front, into front: Front, panel: UnsafeMutablePointer<Double>
  ) {
    let (p, b, m) = (front.pivotCount, front.borderCount, front.pixels.count)
    let (right, s) = (scratch.right.start, kept(front).s)
    let (size, inner) = (child.borderCount, child.eliminatedByParent)
    var source = kept(child).s
    child.borderInParent.withUnsafeBufferPointer { map in
      for column in 0..<(size + 2) {
        if column < inner {
          let target = panel + Int(map[column]) * m
          for row in 0..<size { target[Int(map[row])] += source[row] }
        } else {
          let borderColumn = column < size ? Int(map[column]) - p : b + column - size
          let (top, bottom) = (right + borderColumn * p, s + borderColumn * b - p)
          for row in 0..<inner { top[Int(map[row])] += source[row] }
          for row in inner..<size { bottom[Int(map[row])] += source[row] }
        }
        source += size
      }
    }
  }

  /// Adds the given values of a front's pivots as its two last columns.
  private func setRightHandSides(of front: Front, in x: UnsafeMutablePointer<Double>) {
    let (p, b) = (front.pivotCount, front.borderCount)
    for index in 0..<p {
      let pixel = Int(front.pixels[index])
      x[b * p + index] += labels.start[2 * pixel]
      x[(b + 1) * p + index] += labels.start[2 * pixel + 1]
    }
  }

  /// Calls with every pair of a pivot and another pixel of the front that are neighbours: local
  /// indices, the coefficient in the pivot's equation, and the one in the other's equation.
  @inline(__always)
  func forEachCoupling(of front: Front, _ body: (Int, Int, Double, Double) -> Void) {
    let (height, width) = (weights.height, weights.width)
    let local = local.start
    for pivot in 0..<front.pivotCount {
      let pixel = Int(front.pixels[pivot])
      let (row, column) = (pixel / width, pixel % width)
      for (direction, step) in LevinWeights.steps.enumerated() {
        let (r, c) = (row + step.0, column + step.1)
        guard r >= 0, r < height, c >= 0, c < width else { continue }
        let other = Int(local[r * width + c])
        guard other >= 0 else { continue }
        body(
          pivot, other, coefficient(pixel, direction), coefficient(r * width + c, 7 - direction))
      }
    }
  }
}
