import Colorimetry
import Foundation

/// What a palette head predicts for every pixel: how probable each quantised chrominance is.
///
/// Q bins; h×w cells of the head, at a quarter of the resolution; H×W pixels of the picture. The
/// head's logits are enlarged to H×W, multiplied by a factor and turned into probabilities by a
/// softmax, in this order: Zhang et al. 2017, §3.2 and §3.4.2,
/// https://doi.org/10.1145/3072959.3073703, and its Caffe model. (The PyTorch port softens before
/// it enlarges, and enlarges by repetition.)
///
/// Enlarging is bilinear as in the Caffe model, two doublings with out[2i] = in[i] and out[2i+1] =
/// (in[i] + in[i+1]) / 2 along each axis: the pixels 4i…4i+3 lie 0, ¼, ½ and ¾ of the way from cell
/// i to cell i+1. One thing differs: Caffe takes the cell after the last for zeros, which fades the
/// logits and so flattens the distribution along the lower and right border; here the last cell is
/// repeated.
public struct ColorDistribution: Sendable {
  /// The factor on logits from which suggestions are drawn where a weights file names none
  /// (``SuggestionRecipe``), a temperature of 5: that of the Caffe model of Zhang et al. 2017 (§3.2
  /// says only that the distribution is made less peaky).
  public static let paletteSoftening = 0.2

  /// Which chrominances the Q probabilities stand for.
  public let bins: ABBinSet
  /// Rows of the picture, H.
  public let height: Int
  /// Columns of the picture, W.
  public let width: Int
  /// Rows of the picture that the network saw, H' ≤ 4h; H unless it was reduced.
  public let seenHeight: Int
  /// Columns of the picture that the network saw, W' ≤ 4w.
  public let seenWidth: Int
  /// Rows of the head's output, h ≥ H'/4.
  public let cellRows: Int
  /// Columns of the head's output, w ≥ W'/4.
  public let cellColumns: Int
  /// Q×h×w logits, row-major.
  public let logits: [Float]

  /// Wraps the output of a palette head.
  ///
  /// - Parameters:
  ///   - logits: exactly Q×h×w finite logits, row-major.
  ///   - bins: which chrominances the Q channels stand for.
  ///   - cellRows: rows of the output, h.
  ///   - cellColumns: columns of the output, w.
  ///   - height: rows of the picture, H ≥ 1.
  ///   - width: columns of the picture, W ≥ 1.
  ///   - seenHeight: rows of the picture that the network saw, H' in 1…4h; nil for H.
  ///   - seenWidth: columns of it, W' in 1…4w; nil for W.
  public init(
    logits: [Float], bins: ABBinSet, cellRows: Int, cellColumns: Int, height: Int, width: Int,
    seenHeight: Int? = nil, seenWidth: Int? = nil
  ) {
    precondition(
      logits.count == bins.count * cellRows * cellColumns, "a palette head has Q×h×w logits")
    let (seenHeight, seenWidth) = (seenHeight ?? height, seenWidth ?? width)
    precondition(height >= 1 && width >= 1, "a picture has pixels")
    precondition((1...(4 * max(cellRows, 1))).contains(seenHeight), "H' is 1…4h")
    precondition((1...(4 * max(cellColumns, 1))).contains(seenWidth), "W' is 1…4w")
    self.seenHeight = seenHeight
    self.seenWidth = seenWidth
    self.logits = logits
    self.bins = bins
    self.cellRows = cellRows
    self.cellColumns = cellColumns
    self.height = height
    self.width = width
  }

  /// The distribution at one pixel of the picture.
  ///
  /// - Parameters:
  ///   - row: row of the pixel, in 0..<H.
  ///   - column: column of the pixel, in 0..<W.
  ///   - softening: factor on the logits, ≥ 0: 1 as predicted; a ``SuggestionRecipe`` says that of
  ///     suggestions.
  /// - Returns: Q probabilities that sum to 1.
  /// - Complexity: O(Q); nothing else is enlarged.
  public func probabilities(row: Int, column: Int, softening: Double = 1) -> [Double] {
    precondition(
      (0..<height).contains(row) && (0..<width).contains(column), "the pixel is in the picture")
    let (vertical, horizontal) = (vertical(row), horizontal(column))
    var values = (0..<bins.count).map { bin in
      let upper = (bin * cellRows + vertical.cell) * cellColumns
      let lower = (bin * cellRows + vertical.next) * cellColumns
      let left = vertical.mixed(logits[upper + horizontal.cell], logits[lower + horizontal.cell])
      let right = vertical.mixed(logits[upper + horizontal.next], logits[lower + horizontal.next])
      return softening * Double(horizontal.mixed(left, right))
    }
    let largest = values.max() ?? 0
    var total = 0.0
    for bin in values.indices {
      values[bin] = exp(values[bin] - largest)
      total += values[bin]
    }
    for bin in values.indices { values[bin] /= total }
    return values
  }

  /// Where a row of the picture lies between the cells.
  func vertical(_ row: Int) -> CellBlend {
    CellBlend(pixel: row, of: height, seen: seenHeight, cells: cellRows)
  }

  /// Where a column of the picture lies between the cells.
  func horizontal(_ column: Int) -> CellBlend {
    CellBlend(pixel: column, of: width, seen: seenWidth, cells: cellColumns)
  }
}
