import NeuralEngine

/// Convolutions as their definitions say, in double precision.
extension Images {
  /// out(o, y, x) = b(o) + Σ w(o, i, j, k) · in(i, s·y − p + d·j, s·x − p + d·k), zero outside.
  func convolved(
    _ weights: Parameters.Tensor, bias: Parameters.Tensor?, stride: Int, dilation: Int,
    padding: Int
  ) -> Images {
    let (outputs, kernel) = (weights.shape[0], weights.shape[2])
    let spread = (kernel - 1) * dilation + 1
    var result = Images(
      batch: batch, channels: outputs, height: (height + 2 * padding - spread) / stride + 1,
      width: (width + 2 * padding - spread) / stride + 1)
    for image in 0..<batch {
      for output in 0..<outputs {
        for row in 0..<result.height {
          for column in 0..<result.width {
            var sum = bias.map { Double($0.values[output]) } ?? 0
            for y in 0..<kernel {
              let sourceRow = stride * row - padding + dilation * y
              guard (0..<height).contains(sourceRow) else { continue }
              for x in 0..<kernel {
                let sourceColumn = stride * column - padding + dilation * x
                guard (0..<width).contains(sourceColumn) else { continue }
                for input in 0..<channels {
                  let tap = ((output * channels + input) * kernel + y) * kernel + x
                  sum +=
                    Double(weights.values[tap]) * self[image, input, sourceRow, sourceColumn]
                }
              }
            }
            result[image, output, row, column] = sum
          }
        }
      }
    }
    return result
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
}
