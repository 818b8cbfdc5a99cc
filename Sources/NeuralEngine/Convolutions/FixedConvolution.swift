import AlignedMemory

/// Lowers a convolution whose weights are fixed: by the way that suits its shape.
struct FixedConvolution {
  /// Up to so many channels a convolution is computed without channel blocks.
  private static let few = 4

  let site: ConvolutionSite
  let parameters: Parameters

  private var layer: ConvolutionLayer { site.layer }
  private var window: Window { site.layer.window }
  private var lowering: Lowering { site.lowering }

  /// True for a convolution whose result is plain memory.
  static func hasFewOutputs(_ layer: ConvolutionLayer) -> Bool {
    layer.outputs <= few && layer.isPixelwise && layer.groups == 1
  }

  func lower() throws(NeuralEngineError) -> Tensor {
    let weights = try LayerWeights(layer, parameters, affine: site.fusion.affine)
    if layer.isDepthwise { return try depthwise(weights) }
    if Self.hasFewOutputs(layer), site.fusion.total == nil, site.epilogue.isNone {
      return try last(weights)
    }
    let source = try lowering.tensor(site.input)
    if let placed = try firstWindow(source) { return first(weights, of: source, placed) }
    let blocked = try lowering.blocked(site.input)
    if lowering.options.precision == .bfloat16 { return try half(weights, of: blocked) }
    if let made = try winograd(weights, of: blocked) { return made }
    return try DirectConvolution(site: site, weights: weights).lower()
  }

  // MARK: - Few channels

  /// Where the window lies, of a 3×3 convolution of few plain channels.
  private func firstWindow(
    _ source: Tensor
  ) throws(NeuralEngineError) -> Window.Placed? {
    guard site.fusion.total == nil, source.layout.form == .plain, layer.inputs <= Self.few,
      layer.groups == 1, !layer.isTransposed, window.kernelHeight == 3, window.kernelWidth == 3,
      window.stride <= 2, window.dilation == 1
    else { return nil }
    let placed = try site.placed()
    let sides = 0...1
    return [placed.top, placed.left, placed.bottom, placed.right].allSatisfy(sides.contains)
      ? placed : nil
  }

  private func first(
    _ weights: LayerWeights, of source: Tensor, _ placed: Window.Placed
  ) -> Tensor {
    let made = site.makeTarget()
    let channels = made.layout.paddedChannels
    lowering.add(
      FirstConvolutionStep(
        layer: layer.name, source: source, target: made, stride: window.stride, placed: placed,
        weights: AlignedBuffer(ConvolutionWeights(weights).tapMajor(paddedOutputs: channels)),
        bias: AlignedBuffer(weights.paddedBias(channels))))
    return made
  }

  private func last(_ weights: LayerWeights) throws(NeuralEngineError) -> Tensor {
    var source = try lowering.blocked(site.input)
    if !source.prologue.isConstant {
      source = try lowering.settled(site.input, as: .blocked)
    }
    var packed = ConvolutionWeights(weights)
      .padded(inputs: source.layout.paddedChannels, outputs: layer.outputs)
    packed.fold(source.prologue)
    let made = lowering.makeTensor(
      source.layout.with(channels: layer.outputs, form: .plain), needsGradient: true)
    lowering.add(
      LastConvolutionStep(
        layer: layer.name, source: source, target: made, weights: AlignedBuffer(packed.values),
        bias: AlignedBuffer(packed.bias)))
    return made
  }

  // MARK: - Blocks

  private func depthwise(_ weights: LayerWeights) throws(NeuralEngineError) -> Tensor {
    let source = try lowering.blocked(site.input)
    let made = site.makeTarget()
    let values = layer.weight.ordered(weights.values, block: made.layout.block)
    lowering.add(
      DepthwiseStep(
        layer: layer, placed: try site.placed(), source: source, target: made,
        weights: ParameterSlice(values),
        bias: ParameterSlice(weights.paddedBias(made.layout.paddedChannels))))
    return made
  }

  private func half(
    _ weights: LayerWeights, of source: Tensor
  ) throws(NeuralEngineError) -> Tensor {
    try HalfShape.check(layer)
    let made = site.makeTarget()
    lowering.add(
      HalfConvolutionStep(
        site, placed: try site.placed(), source: source, target: made, weights: weights))
    return made
  }

  /// By Winograd's filtering; nil where that is not defined, or slower.
  private func winograd(
    _ weights: LayerWeights, of source: Tensor
  ) throws(NeuralEngineError) -> Tensor? {
    let shape = WinogradShape(
      layer, placed: try site.placed(), from: source.layout, accumulates: site.accumulates,
      epilogue: site.epilogue)
    guard let shape else { return nil }
    let trial = LayerTrial(layer, of: source.layout, options: lowering.options)
    let way = try lowering.planner.way(key: trial.key) { way throws(NeuralEngineError) in
      try trial.program(way)
    }
    guard way == .winograd else { return nil }
    let made = site.makeTarget()
    lowering.add(
      WinogradStep(
        shape, source: source, target: made, weights: weights,
        threads: lowering.options.threads))
    return made
  }
}
