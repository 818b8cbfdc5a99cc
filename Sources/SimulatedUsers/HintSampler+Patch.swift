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
