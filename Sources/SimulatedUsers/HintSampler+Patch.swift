extension HintSampler {
  /// A revealed square. Unlike a user's ``HintPoint`` it may have an even side, and lies wholly
  /// inside the picture.
  public struct Patch: Sendable, Hashable {
    /// First row, from 0 at the top.
    public let top: Int
    /// First column, from 0 at the left.
    public let left: Int
    /// Side in pixels, at least 1.
    public let size: Int

    /// Names a square.
    public init(top: Int, left: Int, size: Int) {
      precondition(top >= 0 && left >= 0 && size > 0, "a patch lies inside the picture")
      self.top = top
      self.left = left
      self.size = size
    }
  }
}

extension HintSampler.Patch {
  /// The centre, in pixels from the top and from the left.
  public var center: (row: Float, column: Float) {
    (Float(top) + 0.5 * Float(size), Float(left) + 0.5 * Float(size))
  }

  /// The mean of one plane beneath the patch.
  ///
  /// - Parameter plane: where the plane begins in `values`.
  func mean(of values: UnsafeBufferPointer<Float>, from plane: Int, width: Int) -> Float {
    var sum: Float = 0
    for row in top..<(top + size) {
      let start = plane + row * width + left
      for index in start..<(start + size) { sum += values[index] }
    }
    return sum / Float(size * size)
  }

  /// Gives every pixel beneath the patch a value.
  func fill(
    _ values: UnsafeMutableBufferPointer<Float>, from plane: Int, width: Int, with value: Float
  ) {
    for row in top..<(top + size) {
      let start = plane + row * width + left
      for index in start..<(start + size) { values[index] = value }
    }
  }
}
