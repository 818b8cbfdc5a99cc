/// The weights of a convolution, in double precision while normalizations are folded in.
struct ConvolutionWeights {
  /// [outputs][inputs][kernel height][kernel width].
  private(set) var values: [Float]
  /// By output.
  private(set) var bias: [Float]
  private let inputs: Int
  private let outputs: Int
  private let kernelHeight: Int
  private let kernelWidth: Int

  private var taps: Int { kernelHeight * kernelWidth }

  /// A layer's own.
  init(_ weights: LayerWeights) {
    (values, bias) = (weights.values, weights.bias)
    (inputs, outputs) = (weights.layer.inputs, weights.layer.outputs)
    kernelHeight = weights.layer.window.kernelHeight
    kernelWidth = weights.layer.window.kernelWidth
  }

  /// Wraps weights that were computed.
  init(
    values: [Float], bias: [Float], inputs: Int, outputs: Int, kernelHeight: Int, kernelWidth: Int
  ) {
    self.values = values
    self.bias = bias
    self.inputs = inputs
    self.outputs = outputs
    self.kernelHeight = kernelHeight
    self.kernelWidth = kernelWidth
  }

  /// The same with zero weights for channels that pad blocks.
  func padded(inputs: Int, outputs: Int) -> ConvolutionWeights {
    if inputs == self.inputs && outputs == self.outputs { return self }
    var wide = [Float](repeating: 0, count: outputs * inputs * taps)
    for output in 0..<self.outputs {
      let row = output * self.inputs * taps
      wide.replaceSubrange(
        output * inputs * taps..<output * inputs * taps + self.inputs * taps,
        with: values[row..<row + self.inputs * taps])
    }
    return ConvolutionWeights(
      values: wide, bias: paddedBias(outputs), inputs: inputs, outputs: outputs,
      kernelHeight: kernelHeight, kernelWidth: kernelWidth)
  }

  /// The bias with zeros for channels that pad blocks.
  func paddedBias(_ outputs: Int) -> [Float] {
    bias + [Float](repeating: 0, count: outputs - self.outputs)
  }

  /// [kernel height][kernel width][inputs][padded outputs].
  func tapMajor(paddedOutputs: Int) -> [Float] {
    var result = [Float](repeating: 0, count: taps * inputs * paddedOutputs)
    for output in 0..<outputs {
      for input in 0..<inputs {
        for tap in 0..<taps {
          result[(tap * inputs + input) * paddedOutputs + output] =
            values[(output * inputs + input) * taps + tap]
        }
      }
    }
    return result
  }

  /// Takes a scale and shift of the inputs into weights and bias, as if no kernel met padding.
  mutating func fold(_ prologue: Prologue) {
    for output in 0..<outputs {
      var added = Double(bias[output])
      for input in 0..<inputs {
        let start = (output * inputs + input) * taps
        if let shift = prologue.shift.constants?[input] {
          for tap in start..<start + taps { added += Double(values[tap]) * Double(shift) }
        }
        if let scale = prologue.scale.constants?[input] {
          for tap in start..<start + taps { values[tap] *= scale }
        }
      }
      bias[output] = Float(added)
    }
  }

  /// The same where the kernel may meet padding; the result is what to correct there.
  mutating func fold(_ prologue: Prologue, shape: ConvolutionShape) -> FrameCorrection? {
    guard prologue.isAffine else { return nil }
    var frame: FrameCorrection?
    if let shift = prologue.shift.constants, shape.padding != .none {
      frame = FrameCorrection(shape: shape, weights: values, shift: shift)
    }
    fold(prologue)
    return frame?.isNeeded == true ? frame : nil
  }
}
