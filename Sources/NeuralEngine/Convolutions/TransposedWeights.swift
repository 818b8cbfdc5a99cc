/// The weights of a transposed convolution, sorted by the phase of the output pixel.
struct TransposedWeights {
  /// One phase: an ordinary convolution of the small image.
  struct Phase {
    var weights: ConvolutionWeights
    /// The offsets of the input rows and columns that it gathers.
    let rows: Range<Int>
    let columns: Range<Int>
  }

  private let layer: ConvolutionLayer
  /// [inputs][outputs][kernel][kernel], as stored.
  private let values: [Float]
  private let bias: [Float]
  private let paddedInputs: Int
  private let paddedOutputs: Int

  init(_ weights: LayerWeights, from layout: TensorLayout) {
    layer = weights.layer
    (values, bias) = (weights.values, weights.bias)
    paddedInputs = layout.paddedChannels
    paddedOutputs = layout.with(channels: layer.outputs).paddedChannels
  }

  private var kernel: Int { layer.window.kernelHeight }
  private var stride: Int { layer.window.stride }
  /// Zeros around the convolution that this is the adjoint of.
  private var padding: Int { (kernel - stride) / 2 }

  /// The offsets j for which phase r has a tap k = r + padding − stride·j.
  private func offsets(phase: Int) -> Range<Int> {
    let found = (-kernel...kernel).filter {
      (0..<kernel).contains(phase + padding - stride * $0)
    }
    return (found.first ?? 0)..<((found.last ?? 0) + 1)
  }

  /// Phase r·stride + s as a convolution of its own.
  func phase(_ index: Int) -> Phase {
    let rows = offsets(phase: index / stride)
    let columns = offsets(phase: index % stride)
    var made = [Float](
      repeating: 0, count: paddedOutputs * paddedInputs * rows.count * columns.count)
    copy(index, rows: rows, columns: columns, into: &made)
    return Phase(
      weights: ConvolutionWeights(
        values: made, bias: paddedBias, inputs: paddedInputs, outputs: paddedOutputs,
        kernelHeight: rows.count, kernelWidth: columns.count),
      rows: rows, columns: columns)
  }

  private var paddedBias: [Float] {
    bias + [Float](repeating: 0, count: paddedOutputs - layer.outputs)
  }

  /// Writes the taps of a phase to [outputs][inputs][rows][columns].
  private func copy(
    _ phase: Int, rows: Range<Int>, columns: Range<Int>, into made: inout [Float]
  ) {
    let taps = rows.count * columns.count
    for row in rows {
      let y = phase / stride + padding - stride * row
      for column in columns {
        let x = phase % stride + padding - stride * column
        guard (0..<kernel).contains(y), (0..<kernel).contains(x) else { continue }
        let tap = (row - rows.lowerBound) * columns.count + column - columns.lowerBound
        for output in 0..<layer.outputs {
          let start = output * paddedInputs * taps + tap
          for input in 0..<layer.inputs {
            made[start + input * taps] =
              values[((input * layer.outputs + output) * kernel + y) * kernel + x]
          }
        }
      }
    }
  }
}
