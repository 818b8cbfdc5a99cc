import CNeuralKernels

extension Graph {
  /// The average over all pixels: a vector.
  public mutating func globallyPooled(_ value: Value) -> Value {
    append(GlobalPooling(), [value], channels: node(value).channels)
  }
}

/// The average over all pixels.
struct GlobalPooling: Operator {
  func knownPixels(of node: Graph.Node, in graph: Graph) -> Int? { 1 }

  func shape(of inputs: [Shape], layer: String) -> Shape { inputs[0].with(height: 1, width: 1) }

  func lower(
    _ value: Graph.Value, as result: Graph.Value, fusing fusion: Fusion, into lowering: Lowering
  ) throws(NeuralEngineError) -> Tensor {
    let held = try lowering.settled(lowering.graph.node(value).inputs[0], as: .blocked)
    let made = lowering.makeTensor(
      lowering.layout(lowering.shape(value)), for: result, needsGradient: held.needsGradient)
    lowering.add(
      GlobalPoolStep(layer: lowering.graph.layerName(value), source: held, target: made))
    return made
  }
}

/// The average of each channel.
struct GlobalPoolStep: Step {
  let layer: String
  let source: Tensor
  let target: Tensor

  var algorithm: String { "global average" }
  var inputs: [Tensor] { [source] }
  var outputs: [Tensor] { [target] }

  private var factor: Float { 1 / Float(source.layout.pixels) }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let call = PixelCall(source, target, memory)
    let factor = factor
    return {
      call.run { from, source, to, target, _ in
        hb_pixel_sums(from, source, to, target)
        hb_scale_stack(to, target, factor, target, false)
      }
      return true
    }
  }

  func bindBack(_ plan: GradientPlan, to memory: BoundMemory) -> (() -> Bool)? {
    guard let call = PixelBackCall(source, target, plan, memory) else { return nil }
    let factor = factor
    return {
      call.run { _, gradient, to, target, accumulates in
        hb_spread(to, gradient, factor, target, accumulates)
      }
      return true
    }
  }
}
