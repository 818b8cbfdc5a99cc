extension HintSampler {
  /// What is revealed of one picture.
  public enum Reveal: Sendable, Hashable {
    /// The true chrominance of every pixel.
    case everything
    /// The mean true chrominance of squares, later ones over earlier ones; none at all if empty.
    case patches([Patch])

    /// Writes the inputs of a network with local hints. A pixel that is not revealed has hint 0 and
    /// mask 0, a revealed one mask 1 (the published program trains with a mask of ∓½ instead).
    ///
    /// - Parameters:
    ///   - truth: true a*, then b*: 2×H×W, row-major.
    ///   - hint: becomes the hints' a*, then b*, each times `scale`: 2×H×W.
    ///   - mask: becomes 0 or 1: H×W.
    ///   - height, width: H and W; every patch lies inside.
    ///   - scale: what the network wants chrominance multiplied by, such as 1/110.
    public func write(
      truth: UnsafeBufferPointer<Float>, hint: UnsafeMutableBufferPointer<Float>,
      mask: UnsafeMutableBufferPointer<Float>, height: Int, width: Int, scale: Float
    ) {
      let count = height * width
      precondition(
        truth.count == 2 * count && hint.count == 2 * count && mask.count == count,
        "truth and hint are 2×H×W, the mask is H×W")
      switch self {
      case .everything:
        for index in 0..<(2 * count) { hint[index] = truth[index] * scale }
        mask.update(repeating: 1)
      case .patches(let patches):
        hint.update(repeating: 0)
        mask.update(repeating: 0)
        for patch in patches {
          precondition(
            patch.top + patch.size <= height && patch.left + patch.size <= width,
            "a patch lies inside the picture")
          for plane in [0, count] {
            let mean = patch.mean(of: truth, from: plane, width: width)
            patch.fill(hint, from: plane, width: width, with: mean * scale)
          }
          patch.fill(mask, from: 0, width: width, with: 1)
        }
      }
    }
  }
}
