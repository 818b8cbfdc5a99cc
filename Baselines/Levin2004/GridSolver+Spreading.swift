import AlignedMemory
import CSuperLU
import Dispatch
import Synchronization

extension GridSolver {
  /// Spreads values from the labelled pixels with the elimination at hand, which does not depend on
  /// them: first up from the labelled leaves, then down over the whole picture.
  ///
  /// Only for a solver that keeps its panels. The values that the labels came with do not count.
  ///
  /// - Parameters:
  ///   - given: two values a pixel, 2p and 2p+1, 0 where it is not labelled; used up.
  ///   - threads: the result is the same for any number.
  func spread(_ given: inout [Double], threads: Int) throws(LevinError) {
    guard let panels else { preconditionFailure("the solver keeps no panels") }
    try eliminate()
    solved.start.update(repeating: 0, count: solved.count)
    var isActive = [Bool](repeating: false, count: dissection.fronts.count)
    for pixel in 0..<pixelCount where isLabelled(pixel) {
      isActive[Int(dissection.owner[pixel])] = true
    }
    try solve(
      leaves: isActive.indices.filter { isActive[$0] && dissection.fronts[$0].leaf != nil }, given,
      threads: threads)
    for index in dissection.fronts.indices where isActive[index] {
      let front = dissection.fronts[index]
      if let parent = front.parent { isActive[parent] = true }
      if front.leaf == nil {
        gather(front, panel: panels.panel(index), &given)
      } else {
        try withLocalIndices(of: front) { () throws(LevinError) in handOn(front, &given) }
      }
    }
    let scratch = SpreadScratch(dissection)
    for index in dissection.trunk.reversed() { scatter(dissection.fronts[index], scratch) }
    // Branches write their own pixels and read those of the trunk.
    nonisolated(unsafe) let solver = self
    forEach(dissection.branches.count, threads: threads) { branch in
      let scratch = SpreadScratch(solver.dissection)
      for index in solver.dissection.branches[branch].reversed() {
        solver.scatter(solver.dissection.fronts[index], scratch)
      }
    }
    guard values.allSatisfy(\.isFinite) else { throw .undetermined }
    markUpToDate()
  }

  private func forEach(_ count: Int, threads: Int, _ body: @Sendable (Int) -> Void) {
    if threads > 1 {
      DispatchQueue.concurrentPerform(iterations: count, execute: body)
    } else {
      for index in 0..<count { body(index) }
    }
  }

  /// y = F11⁻¹·r of leaves with labels, which nothing else has reached yet.
  private func solve(leaves: [Int], _ given: [Double], threads: Int) throws(LevinError) {
    let outcome = Mutex<Result<Void, LevinError>>(.success(()))
    nonisolated(unsafe) let solver = self
    forEach(leaves.count, threads: threads) { index in
      let solved = Result { () throws(LevinError) in
        try solver.solveLeaf(solver.dissection.fronts[leaves[index]], given)
      }
      if case .failure = solved { outcome.withLock { $0 = solved } }
    }
    try outcome.withLock { $0 }.get()
  }

  private func solveLeaf(_ front: Front, _ given: [Double]) throws(LevinError) {
    guard let shape = front.leaf else { return }
    let pattern = try LeafPattern.shared(shape)
    let p = front.pivotCount
    var y = [Double](repeating: 0, count: 2 * p)
    for index in 0..<p {
      let pixel = Int(front.pixels[index])
      (y[index], y[p + index]) = (given[2 * pixel], given[2 * pixel + 1])
    }
    let info = hb_superlu_solve(
      Int32(p), pattern.columnStarts, pattern.rowIndices, entries(of: front, in: pattern),
      pattern.columnOrder, pattern.eliminationTree, &y, 2)
    guard info == 0 else { throw info < 0 ? .outOfMemory : .undetermined }
    keep(y, of: front)
  }

  /// r(border) −= F21·y of a leaf.
  private func handOn(_ front: Front, _ given: inout [Double]) {
    forEachCoupling(of: front) { pivot, other, _, inOther in
      guard other >= front.pivotCount else { return }
      let (from, pixel) = (Int(front.pixels[pivot]), Int(front.pixels[other]))
      given[2 * pixel] -= inOther * solved.start[from]
      given[2 * pixel + 1] -= inOther * solved.start[pixelCount + from]
    }
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
    keep(UnsafeBufferPointer(start: product, count: 2 * p), of: front)
    guard b > 0 else { return }
    let passed = product + 2 * p
    multiplyPair(b, p, panel + p, m, product, into: passed)
    for index in 0..<b {
      let pixel = Int(front.pixels[p + index])
      given[2 * pixel] -= passed[index]
      given[2 * pixel + 1] -= passed[b + index]
    }
  }

  /// Leaves y where ``scatter(_:_:)`` looks for it.
  private func keep(_ y: some RandomAccessCollection<Double>, of front: Front) {
    let p = front.pivotCount
    for (index, value) in y.enumerated() {
      let pixel = Int(front.pixels[index % p])
      solved.start[index < p ? pixel : pixelCount + pixel] = value
    }
  }

  /// x(pivots) = y − X·x(border).
  private func scatter(_ front: Front, _ scratch: SpreadScratch) {
    let (p, b) = (front.pivotCount, front.borderCount)
    guard b > 0 else { return }
    let (known, product) = (scratch.known.start, scratch.product.start)
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

/// Working memory of one thread that spreads.
private struct SpreadScratch {
  let known: AlignedBuffer<Double>
  let product: AlignedBuffer<Double>

  init(_ dissection: NestedDissection) {
    known = AlignedBuffer(count: 2 * dissection.mostBorder)
    product = AlignedBuffer(count: 2 * dissection.mostPivots)
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
