import AlignedMemory

extension Lowering {
  /// Up to so many channels a convolution is computed without channel blocks.
  private static var few: Int { 4 }

  /// True for a convolution whose result is plain memory.
  func hasFewOutputs(_ layer: ConvolutionLayer) -> Bool {
    layer.outputs <= Self.few && layer.kernel == 1 && layer.stride == 1 && layer.padding == 0
  }

  /// Lowers a convolution, transposed or not.
  ///
  /// - Parameters:
  ///   - total: a buffer that the result is added to, in place.
  ///   - slope: of the rectifier that follows; 1 for none.
  func convolve(
    _ value: Graph.Value, onto total: Located?, slope: Float
  ) throws(NeuralEngineError) -> Located {
    let input = graph.node(value).inputs[0]
    switch graph.node(value).operation {
    case .transposedConvolution(let layer):
      return try blocked(layer, isTransposed: true, of: input, onto: total, slope: slope)
    case .convolution(let layer):
      if hasFewOutputs(layer), total == nil, slope == 1 { return try last(layer, of: input) }
      if isFirst(layer, try locate(input)), total == nil {
        return try first(layer, of: input, slope: slope)
      }
      return try blocked(layer, isTransposed: false, of: input, onto: total, slope: slope)
    default: preconditionFailure("only convolutions are convolved")
    }
  }

  private func isFirst(_ layer: ConvolutionLayer, _ source: Located) -> Bool {
    source.form == .plain && layer.inputs <= Self.few && layer.kernel == 3 && layer.stride == 1
      && layer.dilation == 1 && layer.padding == 1
  }

  private func first(
    _ layer: ConvolutionLayer, of input: Graph.Value, slope: Float
  ) throws(NeuralEngineError) -> Located {
    let source = try locate(input)
    let stack = source.stack.with(channels: layer.outputs)
    let weights = try ConvolutionWeights(layer, parameters)
    let target = buffer(stack, .blocked)
    add(
      FirstConvolutionStep(
        layer: layer.name, inputs: layer.inputs, source: source.buffer, to: stack, target: target,
        weights: AlignedBuffer(weights.tapMajor(paddedOutputs: stack.paddedChannels)),
        bias: AlignedBuffer(weights.paddedBias(stack.paddedChannels)), slope: slope))
    return Located(buffer: target, stack: stack, form: .blocked)
  }

  private func last(
    _ layer: ConvolutionLayer, of input: Graph.Value
  ) throws(NeuralEngineError) -> Located {
    var source = try locate(input)
    if source.form != .blocked || source.adjustment.shiftBuffer != nil {
      source = try applied(input, as: .blocked)
    }
    let stack = source.stack.with(channels: layer.outputs)
    var weights = try ConvolutionWeights(layer, parameters)
      .padded(inputs: source.stack.paddedChannels, outputs: layer.outputs)
    weights.fold(source.adjustment)
    let target = buffer(stack, .plain)
    add(
      LastConvolutionStep(
        layer: layer.name, from: source.stack, source: source.buffer, outputs: layer.outputs,
        target: target, weights: AlignedBuffer(weights.values),
        bias: AlignedBuffer(weights.bias), slope: source.adjustment.slope))
    return Located(buffer: target, stack: stack, form: .plain)
  }

  /// A convolution between blocked memories: by Winograd's filtering where that is faster, else by
  /// oneDNN.
  private func blocked(
    _ layer: ConvolutionLayer, isTransposed: Bool, of input: Graph.Value, onto total: Located?,
    slope: Float
  ) throws(NeuralEngineError) -> Located {
    var source = try locate(input)
    if source.form != .blocked { source = try applied(input, as: .blocked) }
    let part = WinogradPart(
      layer, isTransposed: isTransposed, from: source.stack, accumulates: total != nil,
      slope: slope)
    if let part {
      let trial = LayerTrial(layer, isTransposed: isTransposed, of: source.stack, options: options)
      let way = try planner.way(key: trial.key) { way throws(NeuralEngineError) in
        try trial.program(way)
      }
      if way == .winograd {
        try require(part.to, fits: total, layer: layer.name)
        let target = total?.buffer ?? buffer(part.to, .blocked)
        add(
          try part.step(parameters, source: source, target: target, threads: options.threads))
        return Located(buffer: target, stack: part.to, form: .blocked)
      }
    }
    return try direct(layer, isTransposed: isTransposed, of: input, onto: total, slope: slope)
  }

  /// A convolution by oneDNN, with a pending normalization folded into the weights where possible.
  private func direct(
    _ layer: ConvolutionLayer, isTransposed: Bool, of input: Graph.Value, onto total: Located?,
    slope: Float
  ) throws(NeuralEngineError) -> Located {
    // Near padding a folded shift has to be taken back, before a rectifier.
    let mayFold = isTransposed || layer.padding == 0 || total != nil || slope == 1
    var source = try locate(input)
    let pending = source.adjustment
    if source.form != .blocked || pending.slope != 1 || pending.shiftBuffer != nil
      || (pending.isAffine && !mayFold)
    {
      source = try applied(input, as: .blocked)
    }
    if isTransposed { return try phases(layer, of: source, onto: total, slope: slope) }
    let shape = ConvolutionShape(
      from: source.stack, outputs: layer.outputs, kernelHeight: layer.kernel,
      kernelWidth: layer.kernel, stride: layer.stride, dilation: layer.dilation,
      padding: .init(layer.padding))
    var weights = try ConvolutionWeights(layer, parameters)
      .padded(inputs: shape.from.paddedChannels, outputs: shape.to.paddedChannels)
    let frame = weights.fold(source.adjustment, shape: shape)
    try require(shape.to, fits: total, layer: layer.name)
    let target = total?.buffer ?? buffer(shape.to, .blocked)
    let part = ConvolutionPart(
      layer: layer.name, shape: shape, weights: weights, frame: frame, source: source.buffer,
      target: target, accumulates: total != nil, slope: slope)
    for step in try part.steps() { add(step) }
    return Located(buffer: target, stack: shape.to, form: .blocked)
  }
}
