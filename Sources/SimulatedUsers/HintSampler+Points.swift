import SeededChance

extension HintSampler {
  /// A revealed patch and its colour, for a network that is told points.
  public struct Point: Sendable, Hashable {
    /// Where it is.
    public let patch: Patch
    /// Mean true a*.
    public let a: Float
    /// Mean true b*.
    public let b: Float

    /// Colours a patch.
    public init(_ patch: Patch, a: Float, b: Float) {
      (self.patch, self.a, self.b) = (patch, a, b)
    }

    /// The mean true colour beneath a patch.
    ///
    /// - Parameters:
    ///   - truth: true a*, then b*: 2×H×W, row-major.
    ///   - width: W; the patch lies inside.
    public init(_ patch: Patch, of truth: UnsafeBufferPointer<Float>, width: Int) {
      self.init(
        patch, a: patch.mean(of: truth, from: 0, width: width),
        b: patch.mean(of: truth, from: truth.count / 2, width: width))
    }
  }
}

extension HintSampler.Reveal {
  /// What is revealed, as points: every patch is one, in order; of a whole picture some pixels are.
  ///
  /// - Parameters:
  ///   - truth: true a*, then b*: 2×H×W, row-major.
  ///   - height, width: H and W; every patch lies inside.
  ///   - pixels: how many pixels of a whole picture.
  ///   - generator: chooses them; not used for patches.
  public func points(
    truth: UnsafeBufferPointer<Float>, height: Int, width: Int, ofEverything pixels: Int,
    using generator: inout SplitMix64
  ) -> [HintSampler.Point] {
    let patches: [HintSampler.Patch] =
      switch self {
      case .patches(let patches): patches
      case .everything:
        (0..<pixels).map { _ in
          HintSampler.Patch(
            top: generator.next(in: 0...(height - 1)), left: generator.next(in: 0...(width - 1)),
            size: 1)
        }
      }
    return patches.map { HintSampler.Point($0, of: truth, width: width) }
  }
}
