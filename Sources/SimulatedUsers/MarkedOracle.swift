import Colorimetry
import Colorization

/// Reveals patches at places fixed beforehand, one after the other.
///
/// For figures that say where their points are, such as Figure 8 of Zhang et al. 2017,
/// https://doi.org/10.1145/3072959.3073703.
public struct MarkedOracle: Oracle {
  private let truth: Chrominance
  private var placement: PatchPlacement
  private var marks: ArraySlice<(row: Int, column: Int)>

  /// A user for one picture.
  ///
  /// - Parameters:
  ///   - truth: the true a* and b*, H×W.
  ///   - patch: side of a revealed patch in pixels, odd.
  ///   - marks: the patches' centres; the patches lie inside and apart.
  public init(truth: Chrominance, patch: Int = 7, marks: [(row: Int, column: Int)]) {
    self.truth = truth
    placement = PatchPlacement(height: truth.height, width: truth.width, patch: patch)
    self.marks = marks[...]
  }

  /// Reveals the patch at the next mark, whatever the prediction.
  public mutating func reveal(
    after prediction: Chrominance
  ) throws(OracleError) -> HintPoint {
    guard let (row, column) = marks.popFirst(),
      placement.allowed.indices.contains(row * truth.width + column),
      placement.allowed[row * truth.width + column]
    else { throw placement.noRoom }
    return placement.reveal(truth, row: row, column: column)
  }
}
