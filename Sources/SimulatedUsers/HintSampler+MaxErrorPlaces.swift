import SeededChance

extension HintSampler {
  /// How many places each patch of a picture drawn by ``maxErrorShare`` is the worst of.
  public static let candidates = 32

  /// Places where the colours revealed so far are most wrong.
  ///
  /// The max-error oracle needs a colorization after every point; here a place is thought to have the
  /// colour of the nearest patch revealed before, and none at first.
  struct MaxErrorPlaces {
    private let truth: UnsafeBufferPointer<Float>
    private let height: Int
    private let width: Int
    private var revealed: [Point] = []

    /// Nothing revealed yet of a picture.
    ///
    /// - Parameter truth: true a*, then b*: 2×H×W, row-major.
    init(truth: UnsafeBufferPointer<Float>, height: Int, width: Int) {
      precondition(truth.count == 2 * height * width, "truth is 2×H×W")
      (self.truth, self.height, self.width) = (truth, height, width)
    }

    /// The worst of some patches, the first one drawn where several are equally wrong.
    mutating func reveal(size: Int, using generator: inout SplitMix64) -> Patch {
      var worst: (point: Point, error: Float)?
      for _ in 0..<HintSampler.candidates {
        let patch = Patch(
          top: generator.next(in: 0...(height - size)),
          left: generator.next(in: 0...(width - size)), size: size)
        let point = Point(patch, of: truth, width: width)
        let error = error(of: point)
        if error > worst?.error ?? -.infinity { worst = (point, error) }
      }
      guard let worst else { preconditionFailure("there are candidates") }
      revealed.append(worst.point)
      return worst.point.patch
    }

    /// The squared difference to the nearest revealed colour, to none at first.
    private func error(of point: Point) -> Float {
      var (least, a, b) = (Int.max, Float(0), Float(0))
      // Twice the distance between centres, squared.
      for other in revealed {
        let down =
          2 * (other.patch.top - point.patch.top) + other.patch.size - point.patch.size
        let right =
          2 * (other.patch.left - point.patch.left) + other.patch.size - point.patch.size
        let distance = down * down + right * right
        if distance < least { (least, a, b) = (distance, other.a, other.b) }
      }
      return (point.a - a) * (point.a - a) + (point.b - b) * (point.b - b)
    }
  }
}
