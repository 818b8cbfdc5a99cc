import Colorimetry
import Colorization
import HintNetwork

/// What one step of training sees: inputs, and what should come out.
///
/// N pictures of H×W pixels; C is 4 for local hints and 1 for global ones; all arrays row-major.
public struct TrainingBatch: Sendable, Equatable {
  /// Pictures, N.
  public let count: Int
  /// Rows, H.
  public let height: Int
  /// Columns, W.
  public let width: Int
  /// N×C×H×W: (L* − 50)/100, and for local hints a*/110 and b*/110 where revealed, and the mask, 0 or 1.
  public var picture: [Float]
  /// N×314: shares of the 313 bins and a 1, or zeros where not revealed; empty for local hints.
  public var histogram: [Float]
  /// N×2: mean saturation and a 1, or zeros where not revealed; empty for local hints.
  public var saturation: [Float]
  /// N×2×H×W: the true a* and b*.
  public var chrominance: [Float]
  /// N×(H/4)×(W/4)×10: the ten bins nearest to the true colour of every fourth pixel, from row and
  /// column 2; empty for a network without a distribution branch.
  public var bins: [Int32]
  /// The weights of these bins, summing to 1 for each pixel; as many.
  public var binWeights: [Float]

  /// A batch of zeros, to be filled.
  ///
  /// - Parameters:
  ///   - count: N, at least 1.
  ///   - size: H and W, a positive multiple of 8.
  ///   - variant: whether the network takes points or statistics.
  ///   - bins: the bins of its distribution branch; nil if it has none.
  public init(
    count: Int, size: Int, variant: HintNetworkArchitecture.Variant, bins: ABBinSet?
  ) {
    let pixels = size * size
    let isLocal = variant == .local
    self.count = count
    (height, width) = (size, size)
    picture = [Float](repeating: 0, count: count * (isLocal ? 4 : 1) * pixels)
    histogram = [Float](repeating: 0, count: isLocal ? 0 : count * (ABBins.count + 1))
    saturation = [Float](repeating: 0, count: isLocal ? 0 : count * 2)
    chrominance = [Float](repeating: 0, count: count * 2 * pixels)
    let entries = bins == nil ? 0 : count * (pixels / 16) * NearestBins.neighbors
    self.bins = [Int32](repeating: 0, count: entries)
    binWeights = [Float](repeating: 0, count: entries)
  }
}
