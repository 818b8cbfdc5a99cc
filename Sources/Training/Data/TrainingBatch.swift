import Colorimetry
import Colorization
import SimulatedUsers

/// What one step of training sees: inputs, and what should come out.
///
/// N pictures of H×W pixels; C is 4 for networks that take points, else 1; all arrays row-major.
public struct TrainingBatch: Sendable, Equatable {
  /// Pictures, N.
  public let count: Int
  /// Rows, H.
  public let height: Int
  /// Columns, W.
  public let width: Int
  /// N×C×H×W: (L* − 50)/100, and with points a*/110 and b*/110 where revealed, and the mask, 0 or 1.
  public var picture: [Float]
  /// What the mask shows as points, a list a picture: patches in the order in which they were revealed,
  /// or ``pixelsOfWhole`` pixels where the whole picture is; no lists without points.
  public var points: [[HintSampler.Point]]
  /// Which pictures are revealed whole, N; none without points.
  public var isWhole: [Bool]
  /// N×314: shares of the 313 bins and a 1, or zeros where not revealed; empty without statistics.
  public var histogram: [Float]
  /// N×2: mean saturation and a 1, or zeros where not revealed; empty without statistics.
  public var saturation: [Float]
  /// N×2×H×W: the true a* and b*.
  public var chrominance: [Float]
  /// N×(H/4)×(W/4)×10: the ten bins nearest to the true colour of every fourth pixel, from row and
  /// column 2; empty for a network without a distribution branch.
  public var bins: [Int32]
  /// The weights of these bins, summing to 1 for each pixel; as many.
  public var binWeights: [Float]

  /// How many pixels stand for a picture that is revealed whole.
  public static let pixelsOfWhole = 200

  /// A batch of zeros, to be filled.
  ///
  /// - Parameters:
  ///   - count: N, at least 1.
  ///   - size: H and W, a positive multiple of 8.
  ///   - kinds: what the network takes.
  ///   - bins: the bins of its distribution branch; nil if it has none.
  public init(count: Int, size: Int, kinds: HintKinds, bins: ABBinSet?) {
    let pixels = size * size
    let (hasPoints, hasStatistics) = (kinds.contains(.points), kinds.contains(.statistics))
    self.count = count
    (height, width) = (size, size)
    picture = [Float](repeating: 0, count: count * (hasPoints ? 4 : 1) * pixels)
    points = [[HintSampler.Point]](repeating: [], count: hasPoints ? count : 0)
    isWhole = [Bool](repeating: false, count: points.count)
    histogram = [Float](repeating: 0, count: hasStatistics ? count * (ABBins.count + 1) : 0)
    saturation = [Float](repeating: 0, count: hasStatistics ? count * 2 : 0)
    chrominance = [Float](repeating: 0, count: count * 2 * pixels)
    let entries = bins == nil ? 0 : count * (pixels / 16) * NearestBins.neighbors
    self.bins = [Int32](repeating: 0, count: entries)
    binWeights = [Float](repeating: 0, count: entries)
  }
}
