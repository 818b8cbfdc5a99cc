import NeuralEngine

/// Convolutions as their definitions say, in double precision.
extension Images {
  /// out(o, y, x) = b(o) + Σ w(o, i, j, k) · in(i, s·y − p + d·j, s·x − p + d·k), zero outside; i goes
  /// over the inputs of o's group.
  func convolved(
    _ weights: Parameters.Tensor, bias: Parameters.Tensor?, window: NaiveWindow, groups: Int = 1
  ) -> Images {
    let (outputs, part, kernel) = (weights.shape[0], channels / groups, window.kernel)
    let (rows, columns) = (window.rows(height), window.columns(width))
    return Images(
      batch: batch, channels: outputs, height: rows.count, width: columns.count
    ) { image, output, row, column in
      var sum = bias.map { Double($0.values[output]) } ?? 0
      let first = output / (outputs / groups) * part
      for y in 0..<kernel {
        let sourceRow = rows.source(row, y)
        guard (0..<height).contains(sourceRow) else { continue }
        for x in 0..<kernel {
          let sourceColumn = columns.source(column, x)
          guard (0..<width).contains(sourceColumn) else { continue }
          for input in 0..<part {
            let tap = ((output * part + input) * kernel + y) * kernel + x
            sum += Double(weights.values[tap]) * self[image, first + input, sourceRow, sourceColumn]
          }
        }
      }
      return sum
    }
  }

  /// out(o, s·y − p + j, s·x − p + k) gathers w(i, o, j, k) · in(i, y, x), and b(o) once.
  func transposedConvolved(
    _ weights: Parameters.Tensor, bias: Parameters.Tensor, stride: Int, padding: Int
  ) -> Images {
    let (outputs, kernel) = (weights.shape[1], weights.shape[2])
    var result = Images(
      batch: batch, channels: outputs, height: (height - 1) * stride - 2 * padding + kernel,
      width: (width - 1) * stride - 2 * padding + kernel
    ) { _, output, _, _ in Double(bias.values[output]) }
    for image in 0..<batch {
      for row in 0..<height {
        for column in 0..<width {
          for y in 0..<kernel {
            let targetRow = stride * row - padding + y
            guard (0..<result.height).contains(targetRow) else { continue }
            for x in 0..<kernel {
              let targetColumn = stride * column - padding + x
              guard (0..<result.width).contains(targetColumn) else { continue }
              for output in 0..<outputs {
                var sum = 0.0
                for input in 0..<channels {
                  let tap = ((input * outputs + output) * kernel + y) * kernel + x
                  sum += Double(weights.values[tap]) * self[image, input, row, column]
                }
                result[image, output, targetRow, targetColumn] += sum
              }
            }
          }
        }
      }
    }
    return result
  }

  /// out(o) = b(o) + Σ w(o, n) · in(n), n over all numbers of an image.
  func fullyConnected(_ weights: Parameters.Tensor, bias: Parameters.Tensor?) -> Images {
    let count = channels * height * width
    return Images(batch: batch, channels: weights.shape[0], height: 1, width: 1) {
      image, output, _, _ in
      var sum = bias.map { Double($0.values[output]) } ?? 0
      for number in 0..<count {
        sum += Double(weights.values[output * count + number]) * values[image * count + number]
      }
      return sum
    }
  }
}
