import AlignedMemory
import CNeuralKernels

extension Graph {
  /// Batch normalization: by the running statistics when it runs, by the batch's own while it learns;
  /// weights as PyTorch's BatchNorm2d.
  public mutating func batchNormalization(
    _ value: Value, _ name: String, epsilon: Double = 1e-5
  ) -> Value {
    let channels = channels(value)
    return append(
      BatchNormalization(layer: name, epsilon: epsilon, channels: channels), [value],
      channels: channels)
  }
}

/// A normalization by channel (Ioffe and Szegedy 2015).
struct BatchNormalization: PixelwiseOperator {
  let layer: String
  let epsilon: Double
  let channels: Int

  var name: String? { layer }
  var parameters: [ParameterArray] { [weight, bias, mean, variance] }

  private var weight: ParameterArray { .byChannel(layer, "weight", count: channels) }
  private var bias: ParameterArray { .byChannel(layer, "bias", count: channels) }
  private var mean: ParameterArray {
    .byChannel(layer, "running_mean", count: channels, isStatistic: true)
  }
  private var variance: ParameterArray {
    .byChannel(layer, "running_var", count: channels, isStatistic: true)
  }

  func shape(of inputs: [Shape], layer: String) -> Shape { inputs[0] }

  func fuses(_ fusion: Fusion, into value: Graph.Value, of lowering: Lowering) -> Bool {
    AffineLowering.fuses(fusion, into: value, of: lowering)
  }

  func lower(
    _ value: Graph.Value, as result: Graph.Value, fusing fusion: Fusion, into lowering: Lowering
  ) throws(NeuralEngineError) -> Tensor {
    switch lowering.weights {
    case .fixed(let parameters):
      return try AffineLowering.lower(
        affine(parameters), value, as: result, fusing: fusion, into: lowering)
    case .learned:
      let source = try lowering.settled(lowering.graph.node(value).inputs[0], as: .blocked)
      let bytes = 4 * source.layout.paddedChannels
      let (scale, shift) = (lowering.buffer(bytes: bytes), lowering.buffer(bytes: bytes))
      let made = source.read(
        through: Prologue(
          scale: .memory(scale, stride: 0), shift: .memory(shift, stride: 0)),
        needsGradient: true)
      lowering.add(
        NormalizationStep(
          layer: layer, epsilon: epsilon, source: source, target: made, scale: scale,
          shift: shift, weight: try lowering.parameter(weight),
          bias: try lowering.parameter(bias), mean: try lowering.parameter(mean),
          variance: try lowering.parameter(variance)))
      return made
    }
  }

  /// The scale and shift that the running statistics make.
  private func affine(_ parameters: Parameters) throws(NeuralEngineError) -> Fusion.Affine {
    func values(_ array: ParameterArray) throws(NeuralEngineError) -> [Float] {
      try parameters.values(array.name, array.shape)
    }
    let (weight, bias) = (try values(weight), try values(bias))
    let (mean, variance) = (try values(mean), try values(variance))
    var scale = [Float](repeating: 0, count: channels)
    var shift = scale
    for channel in 0..<channels {
      guard variance[channel] >= 0 else {
        throw .negativeVariance(name: self.variance.name, channel: channel)
      }
      let factor = Double(weight[channel]) / (Double(variance[channel]) + epsilon).squareRoot()
      scale[channel] = Float(factor)
      shift[channel] = Float(Double(bias[channel]) - Double(mean[channel]) * factor)
    }
    return Fusion.Affine(scale: scale, shift: shift)
  }
}
