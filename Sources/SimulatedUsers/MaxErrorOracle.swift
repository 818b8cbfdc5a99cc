import Colorimetry
import Colorization
import Imaging

/// Reveals the patch around which the prediction is worst.
///
/// The squared error of a* and b*, summed over both, is averaged over a square window (cut by the
/// border, it averages what it holds); the allowed centre with the largest average is revealed, of
/// equals the smaller row, then the smaller column. Zhang et al. 2017, Figure 6,
/// https://doi.org/10.1145/3072959.3073703.
public struct MaxErrorOracle: Oracle {
  private let truth: Chrominance
  private var box: BoxMean
  private var placement: PatchPlacement

  /// A user for one picture.
  ///
  /// - Parameters:
  ///   - truth: the true a* and b*, H×W.
  ///   - patch: side of a revealed patch in pixels, odd.
  ///   - window: side of the window the error is averaged over in pixels, odd.
  public init(truth: Chrominance, patch: Int = 7, window: Int = 25) {
    self.truth = truth
    box = BoxMean(height: truth.height, width: truth.width, window: window)
    placement = PatchPlacement(height: truth.height, width: truth.width, patch: patch)
  }

  /// Reveals the patch where the prediction errs most.
  public mutating func reveal(
    after prediction: Chrominance
  ) throws(OracleError) -> HintPoint {
    guard prediction.height == truth.height, prediction.width == truth.width else {
      throw .sizeMismatch(
        height: prediction.height, width: prediction.width, expectedHeight: truth.height,
        expectedWidth: truth.width)
    }
    guard prediction.isFinite else { throw .predictionNotFinite }
    average(errorsOf: prediction)
    guard let worst = worstAllowed else { throw placement.noRoom }
    return placement.reveal(
      truth, row: worst / truth.width, column: worst % truth.width)
  }

  private mutating func average(errorsOf prediction: Chrominance) {
    let width = truth.width
    truth.a.values.withUnsafeBufferPointer { trueA in
      truth.b.values.withUnsafeBufferPointer { trueB in
        prediction.a.values.withUnsafeBufferPointer { a in
          prediction.b.values.withUnsafeBufferPointer { b in
            box.average { row, errors in
              for column in 0..<width {
                let index = row * width + column
                let deltaA = trueA[index] - a[index]
                let deltaB = trueB[index] - b[index]
                errors[column] = deltaA * deltaA + deltaB * deltaB
              }
            }
          }
        }
      }
    }
  }

  /// The index of the first allowed centre with the largest mean error.
  private var worstAllowed: Int? {
    var worst: Int?
    var largest = -1.0
    placement.allowed.withUnsafeBufferPointer { allowed in
      box.means.withUnsafeBufferPointer { means in
        for index in allowed.indices where means[index] > largest && allowed[index] {
          (worst, largest) = (index, means[index])
        }
      }
    }
    return worst
  }
}
