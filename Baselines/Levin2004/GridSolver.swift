import AlignedMemory
import Imaging

/// Propagates two values (a and b, or I and Q) from labelled pixels over a picture: x(r) = value
/// where r is labelled, (1 + λ)·x(r) = Σ w(r,s)·x(s) elsewhere. Levin et al. 2004,
/// https://doi.org/10.1145/1015706.1015780, where λ, the screening, is 0.
///
/// A multifrontal elimination in ``NestedDissection`` order. The leaves are factorized by SuperLU,
/// the separating lines by OpenBLAS. Every front depends only on the labels at and under it, so after
/// a change only the fronts on the way from the changed pixels to the root are eliminated again, by
/// the same operations in the same order as from scratch: the solution does not depend, not even in
/// its last bit, on how it was reached.
///
/// Shapes: p pivots, b border pixels of a front. A front keeps X = F11⁻¹·[F12 | right-hand sides],
/// p×(b+2), and its Schur complement S = F22 − F21·X, b×(b+2), both column-major.
final class GridSolver {
  let weights: LevinWeights
  /// λ: how fast values fade away from the labelled pixels.
  var screening = 0.0 {
    didSet { if screening != oldValue { stale = [Bool](repeating: true, count: stale.count) } }
  }
  let dissection: NestedDissection
  let pixelCount: Int
  /// One byte a pixel: 1 where the value is given.
  private let labelled: AlignedBuffer<UInt8>
  /// Two given values a pixel, 0 where none is: 2p and 2p+1.
  let labels: AlignedBuffer<Double>
  let solved: AlignedBuffer<Double>
  private var stale: [Bool]
  private let storage: AlignedBuffer<Double>
  let scratch: FrontScratch
  /// Index of a pixel in the front at hand, −1 elsewhere.
  let local: AlignedBuffer<Int32>
  /// What ``spread(_:threads:)`` needs besides; nil where the values come with the labels.
  let panels: KeptPanels?

  /// - Parameter keepsPanels: whether ``spread(_:threads:)`` is going to be called.
  init(weights: LevinWeights, keepsPanels: Bool = false) {
    self.weights = weights
    dissection = NestedDissection.shared(height: weights.height, width: weights.width)
    pixelCount = weights.height * weights.width
    labelled = AlignedBuffer(count: pixelCount, repeating: 0)
    labels = AlignedBuffer(count: 2 * pixelCount, repeating: 0)
    solved = AlignedBuffer(count: 2 * pixelCount, repeating: 0)
    stale = [Bool](repeating: true, count: dissection.fronts.count)
    storage = AlignedBuffer(count: dissection.storageCount)
    scratch = FrontScratch(fronts: dissection.fronts)
    local = AlignedBuffer(count: pixelCount, repeating: -1)
    panels = keepsPanels ? KeptPanels(dissection) : nil
  }

  /// Gives a pixel its values, or frees it; costs nothing where nothing changes.
  func label(_ pixel: Int, with values: (Double, Double)?) {
    let (first, second) = values ?? (0, 0)
    let flag: UInt8 = values == nil ? 0 : 1
    let (labelled, labels) = (labelled.start, labels.start)
    if labelled[pixel] == flag, labels[2 * pixel] == first, labels[2 * pixel + 1] == second {
      return
    }
    labelled[pixel] = flag
    (labels[2 * pixel], labels[2 * pixel + 1]) = (first, second)
    // Row `pixel` of the matrix is held by the fronts that eliminate it or a neighbour before it.
    let (row, column) = (pixel / weights.width, pixel % weights.width)
    for r in max(row - 1, 0)...min(row + 1, weights.height - 1) {
      for c in max(column - 1, 0)...min(column + 1, weights.width - 1) {
        let first = min(dissection.owner[pixel], dissection.owner[r * weights.width + c])
        stale[Int(first)] = true
      }
    }
  }

  /// True where a pixel's values are given.
  func isLabelled(_ pixel: Int) -> Bool { labelled.start[pixel] != 0 }

  /// Brings the solution up to date with the labels; at least one pixel must be labelled.
  func solve() throws(LevinError) {
    guard stale.contains(true) else { return }
    try eliminate()
    for front in dissection.fronts.reversed() { substitute(front) }
    guard values.allSatisfy(\.isFinite) else { throw .undetermined }
    markUpToDate()
  }

  /// Eliminates what is stale.
  func eliminate() throws(LevinError) {
    for index in dissection.fronts.indices where stale[index] {
      let front = dissection.fronts[index]
      // A front stays stale until the root is done, so a failed solve is taken up where it was.
      if let parent = front.parent { stale[parent] = true }
      try withLocalIndices(of: front) { () throws(LevinError) in
        if let leaf = front.leaf {
          try eliminateLeaf(front, shape: leaf)
        } else {
          eliminateLine(front, index: index)
        }
      }
    }
  }

  /// Says that the last elimination was of use.
  func markUpToDate() {
    for index in stale.indices { stale[index] = false }
  }

  /// The last solution: the first value of all pixels, then the second; 2·H×W.
  var values: UnsafeBufferPointer<Double> {
    UnsafeBufferPointer(start: solved.start, count: 2 * pixelCount)
  }

  /// The coefficient of neighbour `direction` in the equation of `pixel`.
  @inline(__always)
  func coefficient(_ pixel: Int, _ direction: Int) -> Double {
    labelled.start[pixel] == 0 ? -weights.values[8 * pixel + direction] : 0
  }

  /// The coefficient of a pixel in its own equation.
  @inline(__always)
  func diagonal(_ pixel: Int) -> Double { labelled.start[pixel] == 0 ? 1 + screening : 1 }

  /// The first of a front's p×(b+2) doubles X; its b×(b+2) doubles S follow.
  func kept(_ front: Front) -> (x: UnsafeMutablePointer<Double>, s: UnsafeMutablePointer<Double>) {
    let x = storage.start + front.storageOffset
    return (x, x + front.pivotCount * (front.borderCount + 2))
  }

  func withLocalIndices(
    of front: Front, _ body: () throws(LevinError) -> Void
  ) throws(LevinError) {
    let local = local.start
    for (index, pixel) in front.pixels.enumerated() { local[Int(pixel)] = Int32(index) }
    defer { for pixel in front.pixels { local[Int(pixel)] = -1 } }
    try body()
  }

  /// x(pivots) = X's right-hand sides − X·x(border).
  private func substitute(_ front: Front) {
    let (p, b) = (front.pivotCount, front.borderCount)
    let x = kept(front).x
    let (known, solution) = (scratch.right.start, solved.start)
    for index in 0..<b {
      let pixel = Int(front.pixels[p + index])
      known[index] = solution[pixel]
      known[b + index] = solution[pixelCount + pixel]
    }
    let values = scratch.panel.start
    values.update(from: x + p * b, count: 2 * p)
    if b > 0 {
      multiply(p, 2, b, x, p, known, b, into: values, p, adding: true, scale: -1)
    }
    for index in 0..<p {
      let pixel = Int(front.pixels[index])
      solution[pixel] = values[index]
      solution[pixelCount + pixel] = values[p + index]
    }
  }
}
