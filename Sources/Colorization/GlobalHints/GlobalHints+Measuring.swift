import Colorimetry
import Imaging

extension GlobalHints {
  /// What is measured of a picture.
  public struct Statistics: OptionSet, Sendable, Hashable {
    /// The bits of the set.
    public let rawValue: Int

    /// A set from its bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// The histogram of 313 ab bins.
    public static let histogram = Statistics(rawValue: 1)
    /// The mean saturation.
    public static let saturation = Statistics(rawValue: 2)
  }

  /// Measures another picture, to ask for its colours.
  ///
  /// The picture is stretched to 256×256 8-bit pixels. Its histogram: a* and b* averaged over
  /// blocks of 4×4, each of the 64×64 means counted in its nearest bin. Its saturation: the mean
  /// HSV saturation of the 256×256 pixels. This is the published Caffe model of Zhang et al. 2017
  /// (§3.3, https://doi.org/10.1145/3072959.3073703; the paper itself speaks of a bilinear resize
  /// to a quarter). The published code resizes by scikit-image without antialiasing; here pictures
  /// are resized as everywhere in this package (``RGBImage/resized(height:width:)``).
  ///
  /// - Parameters:
  ///   - reference: the picture to measure, of any size.
  ///   - statistics: what to ask for.
  public static func measured(
    from reference: RGBImage, statistics: Statistics = [.histogram, .saturation]
  ) -> GlobalHints {
    let picture = reference.resized(height: side, width: side)
    return GlobalHints(
      checkedHistogram: statistics.contains(.histogram)
        ? shares(LabImage(picture).chrominance) : nil,
      saturation: statistics.contains(.saturation) ? picture.meanSaturation : nil)
  }

  private static let side = 256
  private static let block = 4

  /// The share of each bin among the block means of a chrominance.
  private static func shares(_ chrominance: Chrominance) -> [Double] {
    var counts = [Int](repeating: 0, count: ABBins.count)
    for row in stride(from: 0, to: side, by: block) {
      for column in stride(from: 0, to: side, by: block) {
        let a = mean(chrominance.a, row: row, column: column)
        let b = mean(chrominance.b, row: row, column: column)
        counts[ABBins.nearest(a: a, b: b)] += 1
      }
    }
    let total = Double((side / block) * (side / block))
    return counts.map { Double($0) / total }
  }

  private static func mean(_ plane: Plane, row: Int, column: Int) -> Double {
    var sum = 0.0
    for r in row..<(row + block) {
      for c in column..<(column + block) { sum += plane[r, c] }
    }
    return sum / Double(block * block)
  }
}
