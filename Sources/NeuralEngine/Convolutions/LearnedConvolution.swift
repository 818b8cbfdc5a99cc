import AlignedMemory
import CNeuralKernels

/// Lowers a convolution whose weights are learned: by the way that suits its shape.
struct LearnedConvolution {
  let site: ConvolutionSite

  private var layer: ConvolutionLayer { site.layer }
  private var lowering: Lowering { site.lowering }

  func lower() throws(NeuralEngineError) -> Tensor {
    let placed = try site.placed()
    let source = try lowering.blocked(site.input)
    let target = site.makeTarget()
    let weights = try lowering.parameter(layer.weight)
    var bias: ParameterSlice?
    if let array = layer.bias { bias = try lowering.parameter(array) }
    if layer.isDepthwise {
      lowering.add(
        DepthwiseStep(
          layer: layer, placed: placed, source: source, target: target, weights: weights,
          bias: bias))
      return target
    }
    func role(_ source: Tensor) -> LearnedRole {
      LearnedRole(
        layer: layer, placed: placed, source: source, target: target,
        accumulates: site.accumulates, isLast: site.isLast, weights: weights, bias: bias)
    }
    let options = lowering.options
    if options.precision == .bfloat16 {
      try HalfShape.check(layer)
      lowering.add(HalfLearningStep(role(source), threads: options.threads))
    } else if options.planning != .direct,
      let shape = WinogradShape(
        layer, placed: placed, from: source.layout, accumulates: site.accumulates,
        epilogue: site.epilogue)
    {
      lowering.add(WinogradLearningStep(role(source), shape: shape, threads: options.threads))
    } else {
      let settled = try lowering.settled(site.input, as: .blocked)
      lowering.add(try DirectLearningStep(role(settled)))
    }
    return target
  }
}

/// What a convolution that learns reads, writes and learns, however it is computed.
struct LearnedRole: Sendable {
  let layer: ConvolutionLayer
  let placed: Window.Placed
  let source: Tensor
  let target: Tensor
  /// The result is added to what earlier terms of a sum have left in the target.
  let accumulates: Bool
  /// The last term of its sum, or no sum at all: applies the target's epilogue.
  let isLast: Bool
  let weights: ParameterSlice
  private let learnedBias: ParameterSlice?
  private let silence: AlignedBuffer<Float>
  private let sums: AlignedBuffer<Double>

  init(
    layer: ConvolutionLayer, placed: Window.Placed, source: Tensor, target: Tensor,
    accumulates: Bool, isLast: Bool, weights: ParameterSlice, bias: ParameterSlice?
  ) {
    self.layer = layer
    self.placed = placed
    self.source = source
    self.target = target
    self.accumulates = accumulates
    self.isLast = isLast
    self.weights = weights
    learnedBias = bias
    silence = AlignedBuffer(count: target.layout.paddedChannels, repeating: 0)
    sums = AlignedBuffer(count: 2 * target.layout.paddedChannels, repeating: 0)
  }

  var epilogue: Epilogue { isLast ? target.epilogue : .none }

  var operations: Double {
    let pixels = layer.isTransposed ? source.layout.pixels : target.layout.pixels
    return layer.operations(pixels: pixels * source.layout.batch)
  }

  /// Zeros for a layer without a bias.
  var bias: UnsafeMutablePointer<Float> { learnedBias?.start ?? silence.start }
  /// Nil for a layer without a bias.
  var biasGradient: UnsafeMutablePointer<Float>? { learnedBias?.gradient }

  var weightGradient: UnsafeMutablePointer<Float> {
    guard let gradient = weights.gradient else {
      preconditionFailure("\(layer.name) learns")
    }
    return gradient
  }

  /// The bias's gradient: the sum of the result's over all pixels.
  func learnBias(_ gradient: AlignedBuffer<UInt8>) {
    guard let biasGradient else { return }
    var stack = target.layout.described
    hb_channel_sums(&stack, gradient.start, nil, sums.start)
    for channel in 0..<target.layout.paddedChannels {
      biasGradient[channel] = Float(sums.start[channel])
    }
  }

  /// Between groups nothing is learned.
  func clearBetweenGroups() {
    guard layer.groups > 1 else { return }
    let inputs = source.layout.paddedChannels
    let outputs = target.layout.paddedChannels
    let (groupInputs, groupOutputs) = (layer.inputs / layer.groups, layer.outputs / layer.groups)
    let gradient = weightGradient
    for tap in 0..<layer.window.kernelHeight * layer.window.kernelWidth {
      for input in 0..<layer.inputs {
        let row = gradient + (tap * inputs + input) * outputs
        for output in 0..<layer.outputs where output / groupOutputs != input / groupInputs {
          row[output] = 0
        }
      }
    }
  }

  /// What a step of this role needs on its way back: the target's gradient, and the way through its
  /// epilogue.
  func planBack(
    _ plan: GradientPlan, _ memory: BoundMemory, gating: GradientPlan.Gating
  ) -> (
    gradient: AlignedBuffer<UInt8>?, gate: Gate?, contribution: GradientPlan.Contribution?
  ) {
    let gradient = plan.gradient(of: target)
    let gate = isLast ? Gate(target, plan, memory) : nil
    let contribution = plan.contribute(to: source, gating: gating)
    // The first term of a sum is the last to read its gradient.
    if !accumulates { plan.finish(target) }
    return (gradient, gate, contribution)
  }
}

/// A convolution that learns, some way.
protocol LearnedConvolutionStep: Step {
  var role: LearnedRole { get }
}

extension LearnedConvolutionStep {
  var layer: String { role.layer.name }
  var inputs: [Tensor] { [role.source] }
  var outputs: [Tensor] { [role.target] }
  var accumulates: Bool { role.accumulates }
  var operations: Double { role.operations }
}
