import Colorimetry
import Dispatch
import Foundation
import Imaging

extension ColorDistribution {
  /// The distribution at every pixel of the picture.
  ///
  /// - Parameter softening: factor on the logits, ≥ 0; 1 leaves the distribution as predicted.
  /// - Returns: Q×H×W probabilities, row-major; those of one pixel sum to 1 but for rounding. For
  ///   313 bins of 256×256 pixels this is 82 MB; no second copy is made on the way.
  public func planes(softening: Double = 1) -> [Float] {
    let (area, width) = (height * width, width)
    let count = bins.count * area
    return [Float](unsafeUninitializedCapacity: count) { output, initialized in
      nonisolated(unsafe) let output = output
      forEachRow(factor: Float(softening)) { row, probabilities in
        for bin in 0..<bins.count {
          let source = UnsafeMutableBufferPointer(
            rebasing: probabilities[(bin * width)..<((bin + 1) * width)])
          let target = bin * area + row * width
          _ = UnsafeMutableBufferPointer(rebasing: output[target..<(target + width)])
            .initialize(from: source)
        }
      }
      initialized = count
    }
  }

  /// The annealed mean of the distribution: the expected chrominance once the distribution is
  /// sharpened.
  ///
  /// Zhang, Isola and Efros 2016, §2.3 and equation 5,
  /// https://doi.org/10.1007/978-3-319-46487-9_40, here taken at every pixel of the picture, as the
  /// Caffe model of Zhang et al. 2017 does.
  ///
  /// - Parameter temperature: T > 0, the divisor of the logits; 1 takes the plain mean, towards 0
  ///   the mode.
  /// - Returns: H×W.
  public func annealedMean(temperature: Double = 0.38) -> Chrominance {
    precondition(temperature > 0, "a temperature is positive")
    let centers = bins.centers
    let width = width
    var a = Plane(height: height, width: width)
    var b = a
    a.values.withUnsafeMutableBufferPointer { a in
      b.values.withUnsafeMutableBufferPointer { b in
        nonisolated(unsafe) let (a, b) = (a, b)
        forEachRow(factor: Float(1 / temperature)) { row, probabilities in
          for (bin, center) in centers.enumerated() {
            for column in 0..<width {
              let probability = Double(probabilities[bin * width + column])
              a[row * width + column] += probability * center.a
              b[row * width + column] += probability * center.b
            }
          }
        }
      }
    }
    return Chrominance(a: a, b: b)
  }

  /// Runs `body` with the Q×W probabilities of each row, several rows at a time.
  private func forEachRow(
    factor: Float, _ body: @Sendable (Int, UnsafeMutableBufferPointer<Float>) -> Void
  ) {
    let rowsAtATime = 16
    let columns = (0..<width).map(horizontal)
    DispatchQueue.concurrentPerform(iterations: (height + rowsAtATime - 1) / rowsAtATime) { part in
      var scratch = [Float](repeating: 0, count: (bins.count + 1) * width + cellColumns)
      scratch.withUnsafeMutableBufferPointer { scratch in
        let (count, end) = (bins.count * width, (bins.count + 1) * width)
        let probabilities = UnsafeMutableBufferPointer(rebasing: scratch[..<count])
        let sums = UnsafeMutableBufferPointer(rebasing: scratch[count..<end])
        let cells = UnsafeMutableBufferPointer(rebasing: scratch[end...])
        for row in (part * rowsAtATime)..<min((part + 1) * rowsAtATime, height) {
          enlarge(
            row: row, columns: columns, factor: factor, into: probabilities, cells: cells)
          softmax(probabilities, sums: sums)
          body(row, probabilities)
        }
      }
    }
  }

  /// Writes the Q×W logits of one row, times a factor; `cells` holds one row of cells meanwhile.
  private func enlarge(
    row: Int, columns: [CellBlend], factor: Float, into enlarged: UnsafeMutableBufferPointer<Float>,
    cells: UnsafeMutableBufferPointer<Float>
  ) {
    let vertical = vertical(row)
    logits.withUnsafeBufferPointer { logits in
      for bin in 0..<bins.count {
        let upper = (bin * cellRows + vertical.cell) * cellColumns
        let lower = (bin * cellRows + vertical.next) * cellColumns
        for column in 0..<cellColumns {
          cells[column] = factor * vertical.mixed(logits[upper + column], logits[lower + column])
        }
        for column in 0..<width {
          let place = columns[column]
          enlarged[bin * width + column] = place.mixed(cells[place.cell], cells[place.next])
        }
      }
    }
  }

  /// Turns Q×W logits into probabilities, column by column; `sums` holds W values meanwhile.
  private func softmax(
    _ values: UnsafeMutableBufferPointer<Float>, sums: UnsafeMutableBufferPointer<Float>
  ) {
    sums.update(repeating: -.infinity)
    for bin in 0..<bins.count {
      for column in 0..<width {
        let value = values[bin * width + column]
        if value > sums[column] { sums[column] = value }
      }
    }
    for bin in 0..<bins.count {
      for column in 0..<width {
        values[bin * width + column] = exp(values[bin * width + column] - sums[column])
      }
    }
    sums.update(repeating: 0)
    for bin in 0..<bins.count {
      for column in 0..<width { sums[column] += values[bin * width + column] }
    }
    for column in 0..<width { sums[column] = 1 / sums[column] }
    for bin in 0..<bins.count {
      for column in 0..<width { values[bin * width + column] *= sums[column] }
    }
  }
}
