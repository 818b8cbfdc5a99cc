extension TrainingLowering {
  /// The size of a convolution's result.
  private func result(
    of layer: ConvolutionLayer, isTransposed: Bool, from: Stack
  ) -> Stack {
    guard !isTransposed else {
      return from.with(
        channels: layer.outputs, height: from.height * layer.stride,
        width: from.width * layer.stride)
    }
    return ConvolutionShape(
      from: from, outputs: layer.outputs, kernelHeight: layer.kernel, kernelWidth: layer.kernel,
      stride: layer.stride, dilation: layer.dilation, padding: .init(layer.padding)
    ).to
  }

  /// Lowers a convolution, transposed or not, behind which comes a rectifier.
  func convolve(_ value: Graph.Value, slope: Float) throws(NeuralEngineError) -> Signal {
    let (layer, isTransposed) = convolution(value)
    let source = try blocked(graph.node(value).inputs[0])
    let target = Signal(
      result(of: layer, isTransposed: isTransposed, from: source.stack), .blocked, slope: slope,
      needsGradient: true)
    try convolve(value, onto: target, accumulates: false, isLast: true)
    return target
  }

  private func convolution(_ value: Graph.Value) -> (ConvolutionLayer, isTransposed: Bool) {
    switch graph.node(value).operation {
    case .convolution(let layer): return (layer, false)
    case .transposedConvolution(let layer): return (layer, true)
    default: preconditionFailure("only convolutions are convolved")
    }
  }

  private func isConvolution(_ value: Graph.Value) -> Bool {
    switch graph.node(value).operation {
    case .convolution, .transposedConvolution: true
    default: false
    }
  }

  /// A convolution whose result goes to, or is added to, a signal: by Winograd's filtering where that
  /// is defined and not ruled out, else by oneDNN.
  private func convolve(
    _ value: Graph.Value, onto target: Signal, accumulates: Bool, isLast: Bool
  ) throws(NeuralEngineError) {
    let (layer, isTransposed) = convolution(value)
    let input = graph.node(value).inputs[0]
    func role(_ source: Signal) -> ConvolutionRole {
      ConvolutionRole(
        layer: layer, isTransposed: isTransposed, source: source, target: target,
        accumulates: accumulates, isLast: isLast, parameters: parameters)
    }
    let source = try blocked(input)
    let stack = result(of: layer, isTransposed: isTransposed, from: source.stack)
    guard stack == target.stack else {
      throw .unequalSizes(
        layer: layer.name, first: [target.stack.height, target.stack.width],
        second: [stack.height, stack.width])
    }
    if options.planning != .direct,
      let step = WinogradLearning(role(source), workspace: workspace, threads: options.threads)
    {
      _ = consumed(source)
      return add(step)
    }
    let settledSource = try settled(input, as: .blocked)
    add(try DirectLearning(role(consumed(settledSource)), workspace: workspace))
  }

  /// A sum, behind which comes a rectifier; convolutions that nobody else needs add to it in place.
  func sum(_ value: Graph.Value, slope: Float) throws(NeuralEngineError) -> Signal {
    let terms = graph.node(value).inputs
    let own = terms.filter { isConvolution($0) && isPrivate($0) && !graph.isVector($0) }
    let others = terms.filter { !own.contains($0) }
    if own.isEmpty || !others.allSatisfy(graph.isVector) || others.isEmpty {
      return try sum(value, others: others, own: own, slope: slope)
    }
    // Vectors alone cannot begin an image's sum: the first convolution is a term like any other.
    return try sum(
      value, others: [own[0]] + others, own: Array(own.dropFirst()), slope: slope)
  }

  private func sum(
    _ value: Graph.Value, others: [Graph.Value], own: [Graph.Value], slope: Float
  ) throws(NeuralEngineError) -> Signal {
    // The first is an image, unless all are vectors.
    var signals: [Signal] = []
    for term in others.filter({ !graph.isVector($0) }) + others.filter(graph.isVector) {
      signals.append(consumed(try settled(term, as: .blocked)))
    }
    var stack = signals.first?.stack
    if stack == nil, let first = own.first {
      let (layer, isTransposed) = convolution(first)
      let source = try blocked(graph.node(first).inputs[0])
      stack = result(of: layer, isTransposed: isTransposed, from: source.stack)
    }
    guard let stack else { preconditionFailure("a sum has terms") }
    for term in signals where term.stack != stack && term.stack.height * term.stack.width > 1 {
      throw .unequalSizes(
        layer: graph.layerName(value), first: [stack.height, stack.width],
        second: [term.stack.height, term.stack.width])
    }
    let target = Signal(
      stack, .blocked, slope: slope,
      needsGradient: !own.isEmpty || signals.contains { $0.needsGradient })
    if !signals.isEmpty {
      add(
        SumLearning(
          graph.layerName(value), of: signals, to: target, isLast: own.isEmpty, workspace: workspace
        ))
    }
    for (index, term) in own.enumerated() {
      try convolve(
        term, onto: target, accumulates: index > 0 || !signals.isEmpty,
        isLast: index == own.count - 1)
    }
    return target
  }

  /// A rectifier: part of a convolution or a sum where it can be.
  func rectify(_ value: Graph.Value, slope: Float) throws(NeuralEngineError) -> Signal {
    if isPrivate(value) {
      switch graph.node(value).operation {
      case .convolution, .transposedConvolution: return try convolve(value, slope: slope)
      case .sum where graph.node(value).inputs.count > 1: return try sum(value, slope: slope)
      default: break
      }
    }
    let source = try blocked(value)
    let target = Signal(
      source.stack, .blocked, slope: slope, needsGradient: source.needsGradient)
    add(SettlingLearning(graph.layerName(value), from: consumed(source), to: target))
    return target
  }

  /// A normalization: its result is the input's numbers with an affine map pending.
  func normalize(
    _ value: Graph.Value, _ name: String, epsilon: Double
  ) throws(NeuralEngineError) -> Signal {
    let source = try settled(value, as: .blocked)
    let affine = Signal.Affine(channels: source.stack.paddedChannels)
    let target = Signal(
      source.stack, .blocked, values: source.values, affine: affine, needsGradient: true)
    add(
      NormalizationLearning(
        name, epsilon: epsilon, source: consumed(source), target: target, affine: affine,
        parameters: parameters))
    return target
  }

  func apply(
    _ function: FunctionLearning.Function, to value: Graph.Value
  ) throws(NeuralEngineError) -> Signal {
    let source = consumed(try settled(value, as: .plain))
    let target = Signal(source.stack, .plain, needsGradient: source.needsGradient)
    add(FunctionLearning(graph.layerName(value), function, from: source, to: target))
    return target
  }

  func move(
    _ value: Graph.Value, _ motion: MovingLearning.Motion, by factor: Int
  ) throws(NeuralEngineError) -> Signal {
    let source = consumed(try blocked(value))
    let (height, width) = (source.stack.height, source.stack.width)
    let stack =
      switch motion {
      case .subsample:
        source.stack.with(
          height: (height + factor - 1) / factor, width: (width + factor - 1) / factor)
      case .maximumPool: source.stack.with(height: height / factor, width: width / factor)
      case .enlarge: source.stack.with(height: height * factor, width: width * factor)
      }
    let target = Signal(stack, .blocked, needsGradient: source.needsGradient)
    add(MovingLearning(graph.layerName(value), motion, by: factor, from: source, to: target))
    return target
  }
}
