/// The triangle filter along one axis, as Pillow's `precompute_coeffs` makes it.
///
/// Downscaling widens the triangle to cover the source samples under each target sample.
struct ResizeWeights {
  /// For each target sample, its first source sample.
  private(set) var starts: [Int] = []
  /// For each target sample, how many source samples it draws on.
  private(set) var counts: [Int] = []
  /// `stride` weights for each target sample, of which the first `counts` are used; they sum to 1.
  private(set) var weights: [Double]
  /// Weights kept for each target sample.
  let stride: Int

  /// Weights that take `source` samples to `target` samples, both positive.
  init(from source: Int, to target: Int) {
    let scale = Double(source) / Double(target)
    let spread = max(scale, 1)
    let inverse = 1 / spread
    stride = Int(spread.rounded(.up)) * 2 + 1
    weights = [Double](repeating: 0, count: target * stride)
    for index in 0..<target {
      let center = (Double(index) + 0.5) * scale
      let start = max(Int(center - spread + 0.5), 0)
      let end = min(Int(center + spread + 0.5), source)
      let base = index * stride
      var total = 0.0
      for offset in 0..<(end - start) {
        let distance = abs((Double(offset + start) - center + 0.5) * inverse)
        let weight = distance < 1 ? 1 - distance : 0
        weights[base + offset] = weight
        total += weight
      }
      if total != 0 {
        for offset in 0..<(end - start) { weights[base + offset] /= total }
      }
      starts.append(start)
      counts.append(end - start)
    }
  }

  /// The weights as integers of `fractionBits` binary places, halves rounded away from zero.
  func fixedPoint(fractionBits: Int) -> [Int32] {
    weights.map { Int32($0 * Double(1 << fractionBits) + 0.5) }
  }
}
