import AlignedMemory
import CNeuralKernels

extension Graph {
  /// Each channel times a weight, plus a bias (Caffe's Scale): `name.weight`, `name.bias`.
  public mutating func channelScale(
    _ value: Value, _ name: String, isBiased: Bool = true
  ) -> Value {
    let channels = channels(value)
    return append(
      ChannelScale(layer: name, channels: channels, isBiased: isBiased), [value],
      channels: channels)
  }
}

/// A scale and shift by channel that are weights.
struct ChannelScale: PixelwiseOperator {
  let layer: String
  let channels: Int
  let isBiased: Bool

  var name: String? { layer }
  var parameters: [ParameterArray] { isBiased ? [weight, bias] : [weight] }

  private var weight: ParameterArray { .byChannel(layer, "weight", count: channels) }
  private var bias: ParameterArray { .byChannel(layer, "bias", count: channels) }

  func shape(of inputs: [Shape], layer: String) -> Shape { inputs[0] }

  func fuses(_ fusion: Fusion, into value: Graph.Value, of lowering: Lowering) -> Bool {
    AffineLowering.fuses(fusion, into: value, of: lowering)
  }

  func lower(
    _ value: Graph.Value, as result: Graph.Value, fusing fusion: Fusion, into lowering: Lowering
  ) throws(NeuralEngineError) -> Tensor {
    switch lowering.weights {
    case .fixed(let parameters):
      let affine = Fusion.Affine(
        scale: try parameters.values(weight.name, weight.shape),
        shift: isBiased
          ? try parameters.values(bias.name, bias.shape)
          : [Float](repeating: 0, count: channels))
      return try AffineLowering.lower(
        affine, value, as: result, fusing: fusion, into: lowering)
    case .learned:
      let source = try lowering.settled(lowering.graph.node(value).inputs[0], as: .blocked)
      let made = lowering.makeTensor(source.layout, for: result, needsGradient: true)
      lowering.add(
        ChannelScaleStep(
          layer: layer, source: source, target: made, weight: try lowering.parameter(weight),
          bias: isBiased ? try lowering.parameter(bias) : nil))
      return made
    }
  }
}

/// A scale and shift that are learned.
struct ChannelScaleStep: Step {
  let layer: String
  let source: Tensor
  let target: Tensor
  let weight: ParameterSlice
  let bias: ParameterSlice?

  var algorithm: String { "scale" }
  var inputs: [Tensor] { [source] }
  var outputs: [Tensor] { [target] }
  var backScratchBytes: Int { 16 * source.layout.paddedChannels + source.layout.byteCount }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let (from, to) = (source.address(in: memory), target.address(in: memory))
    let (weight, bias) = (weight, bias)
    var stack = source.layout.described
    return {
      var adjust = hb_adjust(
        slope: 1, scale: UnsafePointer(weight.start), shift: UnsafePointer(bias?.start),
        shift_stride: 0)
      hb_settle(&stack, from, &adjust, to, Epilogue.none.described)
      return true
    }
  }

  func bindBack(_ plan: GradientPlan, to memory: BoundMemory) -> (() -> Bool)? {
    let (gradient, contribution) = plan.passBack(from: target, to: source)
    guard let gradient else { return nil }
    let values = source.address(in: memory)
    let channels = source.layout.paddedChannels
    let sums = memory.scratch.assumingMemoryBound(to: Double.self)
    let room = memory.scratch + 16 * channels
    let (weight, bias) = (weight, bias)
    var stack = source.layout.described
    return {
      hb_channel_sums(&stack, gradient.start, values, sums)
      for channel in 0..<channels {
        bias?.gradient?[channel] = Float(sums[channel])
        weight.gradient?[channel] = Float(sums[channels + channel])
      }
      guard let contribution else { return true }
      var adjust = hb_adjust(
        slope: 1, scale: UnsafePointer(weight.start), shift: nil, shift_stride: 0)
      let result = contribution.accumulates ? room : contribution.bytes
      hb_settle(&stack, gradient.start, &adjust, result, Epilogue.none.described)
      if contribution.accumulates { hb_hand_back(&stack, result, contribution.bytes, true) }
      return true
    }
  }
}
