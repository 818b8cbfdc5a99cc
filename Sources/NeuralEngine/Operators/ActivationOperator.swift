import CNeuralKernels

extension Graph {
  /// A function of every number.
  public mutating func activation(_ value: Value, _ function: Activation) -> Value {
    append(ActivationOperator(function: function), [value], channels: node(value).channels)
  }
}

/// A function of every number: a rectifier is part of the layer before it where nobody else needs
/// that.
struct ActivationOperator: PixelwiseOperator {
  /// Up to so many channels are computed in plain memory, which is float32 in every precision.
  private static let few = 4

  let function: Activation

  func shape(of inputs: [Shape], layer: String) -> Shape { inputs[0] }

  func lower(
    _ value: Graph.Value, as result: Graph.Value, fusing fusion: Fusion, into lowering: Lowering
  ) throws(NeuralEngineError) -> Tensor {
    let input = lowering.graph.node(value).inputs[0]
    if let epilogue = function.epilogue {
      if let made = try lowering.fused(
        Fusion(epilogue: epilogue), into: input, as: result)
      {
        return made
      }
      let held = try lowering.tensor(input)
      if held.layout.form == .blocked {
        return rectified(held, epilogue, of: value, as: result, lowering)
      }
    }
    var held = try lowering.tensor(input)
    if held.layout.form != .plain, held.layout.channels <= Self.few {
      held = try lowering.settled(input, as: .plain)
    }
    let made = lowering.makeTensor(
      held.layout, for: result, needsGradient: held.needsGradient)
    lowering.add(
      ActivationStep(
        layer: lowering.graph.layerName(value), function: function, source: held, target: made))
    return made
  }

  /// A rectifier that no layer takes over: of what is settled, and stays, it is left to the reader.
  private func rectified(
    _ held: Tensor, _ epilogue: Epilogue, of value: Graph.Value, as result: Graph.Value,
    _ lowering: Lowering
  ) -> Tensor {
    if !lowering.weights.isLearned, held.isSettled, epilogue.ceiling == .infinity {
      return held.read(
        through: Prologue(slope: epilogue.slope), needsGradient: held.needsGradient)
    }
    let made = lowering.makeTensor(
      held.layout, for: result, epilogue: epilogue, needsGradient: held.needsGradient)
    lowering.add(
      SettleStep(layer: lowering.graph.layerName(value), source: held, target: made))
    return made
  }
}

/// A function of every number, in the form that they have.
struct ActivationStep: Step {
  let layer: String
  let function: Activation
  let source: Tensor
  let target: Tensor

  var algorithm: String { "\(function)" }
  var inputs: [Tensor] { [source] }
  var outputs: [Tensor] { [target] }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let (from, to) = (source.address(in: memory), target.address(in: memory))
    let (kernel, parameter) = function.described
    if source.layout.form == .plain {
      let count = source.layout.plainCount
      let (from, to) = (source.floats(in: memory), target.floats(in: memory))
      return {
        hb_apply(kernel, parameter, from, to, count)
        return true
      }
    }
    let adjust = source.prologue.bound(to: memory)
    let channels = Int32(source.layout.channels)
    var stack = source.layout.described
    return {
      withUnsafePointer(to: adjust.described) {
        hb_activate(&stack, channels, kernel, parameter, from, $0, to)
      }
      return true
    }
  }

  func bindBack(_ plan: GradientPlan, to memory: BoundMemory) -> (() -> Bool)? {
    let (gradient, contribution) = plan.passBack(from: target, to: source)
    guard let gradient, let contribution else { return nil }
    let (kernel, parameter) = function.described
    let accumulates = contribution.accumulates
    let above = UnsafeMutableRawPointer(gradient.start)
    if source.layout.form == .plain {
      let count = source.layout.plainCount
      let (from, to) = (source.floats(in: memory), target.floats(in: memory))
      return {
        hb_apply_back(
          kernel, parameter, from, to, above.assumingMemoryBound(to: Float.self),
          contribution.floats, count, accumulates)
        return true
      }
    }
    let (from, to) = (source.address(in: memory), target.address(in: memory))
    let adjust = source.prologue.bound(to: memory)
    let channels = Int32(source.layout.channels)
    var stack = source.layout.described
    return {
      withUnsafePointer(to: adjust.described) {
        hb_activate_back(
          &stack, channels, kernel, parameter, from, $0, to, above, contribution.bytes,
          accumulates)
      }
      return true
    }
  }
}
