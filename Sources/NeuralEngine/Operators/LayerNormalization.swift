import AlignedMemory
import CNeuralKernels

extension Graph {
  /// Normalization over the channels of each pixel; weights as PyTorch's LayerNorm.
  public mutating func layerNormalization(
    _ value: Value, _ name: String, epsilon: Double = 1e-5
  ) -> Value {
    let channels = channels(value)
    return append(
      LayerNormalization(layer: name, epsilon: epsilon, channels: channels), [value],
      channels: channels)
  }
}

/// A normalization of each pixel by itself (Ba, Kiros and Hinton 2016, arXiv:1607.06450).
struct LayerNormalization: PixelwiseOperator {
  let layer: String
  let epsilon: Double
  let channels: Int

  var name: String? { layer }
  var parameters: [ParameterArray] { [weight, bias] }

  private var weight: ParameterArray { .byChannel(layer, "weight", count: channels) }
  private var bias: ParameterArray { .byChannel(layer, "bias", count: channels) }

  func shape(of inputs: [Shape], layer: String) -> Shape { inputs[0] }

  func lower(
    _ value: Graph.Value, as result: Graph.Value, fusing fusion: Fusion, into lowering: Lowering
  ) throws(NeuralEngineError) -> Tensor {
    let source = try lowering.settled(lowering.graph.node(value).inputs[0], as: .plain)
    let made = lowering.makeTensor(source.layout, needsGradient: true)
    let moments = 4 * source.layout.batch * source.layout.pixels
    lowering.add(
      LayerNormalizationStep(
        layer: layer, epsilon: epsilon, source: source, target: made,
        means: lowering.buffer(bytes: moments), precisions: lowering.buffer(bytes: moments),
        weight: try lowering.parameter(weight), bias: try lowering.parameter(bias)))
    return made
  }
}

/// A normalization of the pixels of plain memory.
struct LayerNormalizationStep: Step {
  let layer: String
  let epsilon: Double
  let source: Tensor
  let target: Tensor
  /// Of each pixel, and one over the standard deviation.
  let means: BufferID
  let precisions: BufferID
  let weight: ParameterSlice
  let bias: ParameterSlice

  var algorithm: String { "normalize by layer" }
  var inputs: [Tensor] { [source] }
  var outputs: [Tensor] { [target] }
  var otherWrites: [BufferID] { [means, precisions] }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let (from, to) = (source.floats(in: memory), target.floats(in: memory))
    let (means, precisions) = (memory.floats(means), memory.floats(precisions))
    let (layout, weight, bias, epsilon) = (source.layout, weight, bias, epsilon)
    return {
      hb_layer_norm(
        from, to, means, precisions, Int32(layout.batch), Int32(layout.channels), layout.pixels,
        weight.start, bias.start, epsilon)
      return true
    }
  }

  func bindBack(_ plan: GradientPlan, to memory: BoundMemory) -> (() -> Bool)? {
    let (gradient, contribution) = plan.passBack(from: target, to: source)
    guard let gradient else { return nil }
    let from = source.floats(in: memory)
    let (means, precisions) = (memory.floats(means), memory.floats(precisions))
    let (layout, weight, bias) = (source.layout, weight, bias)
    return {
      let above = UnsafeMutableRawPointer(gradient.start).assumingMemoryBound(to: Float.self)
      hb_layer_norm_back(
        from, means, precisions, Int32(layout.batch), Int32(layout.channels), layout.pixels,
        weight.start, above, contribution?.floats, contribution?.accumulates ?? false,
        weight.gradient, bias.gradient)
      return true
    }
  }
}
