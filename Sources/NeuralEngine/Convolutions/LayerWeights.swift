/// The weights of a convolution that runs, with a scale and shift of its results folded in.
struct LayerWeights {
  let layer: ConvolutionLayer
  /// Dense: [outputs][inputs][taps], of a transposed layer [inputs][outputs][taps].
  private(set) var values: [Float]
  /// By output; zeros for a layer without a bias.
  private(set) var bias: [Float]

  private var taps: Int { layer.window.kernelHeight * layer.window.kernelWidth }

  init(
    _ layer: ConvolutionLayer, _ parameters: Parameters, affine: Fusion.Affine?
  ) throws(NeuralEngineError) {
    self.layer = layer
    values = try parameters.values(layer.weight.name, layer.weight.shape)
    bias =
      if let bias = layer.bias {
        try parameters.values(bias.name, bias.shape)
      } else {
        [Float](repeating: 0, count: layer.outputs)
      }
    if layer.groups > 1, !layer.isDepthwise { values = dense(values) }
    if let affine { fold(affine) }
  }

  /// Zeros between the groups.
  private func dense(_ grouped: [Float]) -> [Float] {
    let (inputs, taps) = (layer.inputs / layer.groups, taps)
    let outputs = layer.outputs / layer.groups
    var result = [Float](repeating: 0, count: layer.outputs * layer.inputs * taps)
    for output in 0..<layer.outputs {
      let target = (output * layer.inputs + output / outputs * inputs) * taps
      result.replaceSubrange(
        target..<target + inputs * taps,
        with: grouped[output * inputs * taps..<(output + 1) * inputs * taps])
    }
    return result
  }

  private mutating func fold(_ affine: Fusion.Affine) {
    let run = layer.isTransposed ? taps : values.count / layer.outputs
    for index in values.indices {
      values[index] *= affine.scale[index / run % layer.outputs]
    }
    for output in bias.indices {
      bias[output] = Float(
        Double(bias[output]) * Double(affine.scale[output]) + Double(affine.shift[output]))
    }
  }

  /// The bias with zeros for channels that pad blocks.
  func paddedBias(_ channels: Int) -> [Float] {
    bias + [Float](repeating: 0, count: channels - layer.outputs)
  }
}
