import CNeuralKernels

extension Graph {
  /// Every `step`-th pixel of every `step`-th row, from the first.
  public mutating func subsampled(_ value: Value, by step: Int) -> Value {
    append(Subsampling(step: step), [value], channels: node(value).channels)
  }
}

/// Keeps some pixels.
struct Subsampling: Operator {
  let step: Int

  func shape(of inputs: [Shape], layer: String) -> Shape {
    inputs[0].with(
      height: (inputs[0].height + step - 1) / step, width: (inputs[0].width + step - 1) / step)
  }

  func lower(
    _ value: Graph.Value, as result: Graph.Value, fusing fusion: Fusion, into lowering: Lowering
  ) throws(NeuralEngineError) -> Tensor {
    let held = try lowering.blocked(lowering.graph.node(value).inputs[0])
    let made = lowering.makeTensor(
      lowering.layout(lowering.shape(value)), for: result, needsGradient: held.needsGradient)
    lowering.add(
      SubsampleStep(
        layer: lowering.graph.layerName(value), step: Int32(step), source: held, target: made))
    return made
  }
}

/// Copies every so manieth pixel, applying what is pending.
struct SubsampleStep: Step {
  let layer: String
  let step: Int32
  let source: Tensor
  let target: Tensor

  var algorithm: String { "subsample" + (source.prologue.isAffine ? " + normalize" : "") }
  var inputs: [Tensor] { [source] }
  var outputs: [Tensor] { [target] }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let call = PixelCall(source, target, memory)
    let step = step
    return {
      call.run { hb_subsample($0, $1, $2, $3, step, $4) }
      return true
    }
  }

  func bindBack(_ plan: GradientPlan, to memory: BoundMemory) -> (() -> Bool)? {
    guard let call = PixelBackCall(source, target, plan, memory) else { return nil }
    let step = step
    return {
      call.run { hb_subsample_back($0, $1, $2, $3, step, $4) }
      return true
    }
  }
}
