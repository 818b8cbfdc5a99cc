/// The weights of an axis in groups of eight columns, as ``UpsamplingSamples`` reads them.
struct UpsamplingColumns {
  /// Columns in a group.
  static let lanes = 8

  /// For each group, `taps` pairs of triangle and Gaussian.
  let pairs: [SIMD8<Float>]

  /// Groups the columns of an axis; the last group repeats the last column.
  init(_ axis: UpsamplingAxis) {
    var pairs: [SIMD8<Float>] = []
    for group in 0..<Self.groups(axis.pixelCount) {
      for tap in 0..<UpsamplingAxis.taps {
        var triangle = SIMD8<Float>()
        var gaussian = SIMD8<Float>()
        for lane in 0..<Self.lanes {
          let column = min(group * Self.lanes + lane, axis.pixelCount - 1)
          triangle[lane] = axis.triangle[column * UpsamplingAxis.taps + tap]
          gaussian[lane] = axis.gaussian[column * UpsamplingAxis.taps + tap]
        }
        pairs.append(triangle)
        pairs.append(gaussian)
      }
    }
    self.pairs = pairs
  }

  /// Groups that hold so many columns.
  static func groups(_ columns: Int) -> Int { (columns + lanes - 1) / lanes }
}
