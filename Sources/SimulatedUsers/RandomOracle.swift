import Colorimetry
import Colorization
import SeededChance

/// Reveals patches at random: each allowed centre is equally likely.
///
/// Zhang et al. 2017, Fig. 6, https://doi.org/10.1145/3072959.3073703. The points of a seed depend on
/// nothing but the picture's size and the patch, and never change between versions: a
/// ``SplitMix64`` draws an index among the allowed centres, counted in row-major order.
public struct RandomOracle: Oracle {
  private let truth: Chrominance
  private var placement: PatchPlacement
  private var generator: SplitMix64

  /// A user for one picture.
  ///
  /// - Parameters:
  ///   - truth: the true a* and b*, H×W.
  ///   - patch: side of a revealed patch in pixels, odd.
  ///   - seed: chooses the points.
  public init(truth: Chrominance, patch: Int = 7, seed: UInt64) {
    self.truth = truth
    placement = PatchPlacement(height: truth.height, width: truth.width, patch: patch)
    generator = SplitMix64(seed: seed)
  }

  /// Reveals a patch at random, whatever the prediction.
  public mutating func reveal(
    after prediction: Chrominance
  ) throws(OracleError) -> HintPoint {
    let count = placement.count
    guard count > 0 else { throw placement.noRoom }
    let (row, column) = placement.center(at: Int(generator.next(below: UInt64(count))))
    return placement.reveal(truth, row: row, column: column)
  }
}
