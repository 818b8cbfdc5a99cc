extension Graph {
  /// A convolution with bias.
  ///
  /// Weights: outputs×(inputs/groups)×kernel×kernel, and a bias unless `isBiased` is false.
  ///
  /// - Parameter groups: parts of the channels that see nothing of each other; as many as channels
  ///   for a depthwise convolution.
  public mutating func convolution(
    _ value: Value, _ name: String, outputs: Int, kernel: Int = 3, stride: Int = 1,
    dilation: Int = 1, padding: Padding = .centred, groups: Int = 1, isBiased: Bool = true
  ) -> Value {
    precondition(
      channels(value) % groups == 0 && outputs % groups == 0,
      "groups have equally many channels")
    let window = Window(
      kernelHeight: kernel, kernelWidth: kernel, stride: stride, dilation: dilation,
      padding: padding)
    return append(
      Convolution(
        layer: .init(
          name: name, inputs: channels(value), outputs: outputs, window: window, groups: groups,
          isBiased: isBiased)), [value], channels: outputs)
  }

  /// A transposed convolution that enlarges by `stride`; kernel − 2·padding must equal the stride.
  ///
  /// Weights: inputs×outputs×kernel×kernel, and a bias.
  public mutating func transposedConvolution(
    _ value: Value, _ name: String, outputs: Int, kernel: Int = 4, stride: Int = 2,
    padding: Int = 1
  ) -> Value {
    precondition(
      kernel - 2 * padding == stride, "a transposed convolution enlarges by its stride exactly")
    let window = Window(
      kernelHeight: kernel, kernelWidth: kernel, stride: stride, padding: .all(padding))
    return append(
      Convolution(
        layer: .init(
          name: name, inputs: channels(value), outputs: outputs, window: window,
          isTransposed: true)), [value], channels: outputs)
  }

  /// Every output from every number of a value of height×width pixels: a vector.
  ///
  /// Weights: outputs×(channels·height·width), and a bias unless `isBiased` is false.
  public mutating func fullyConnected(
    _ value: Value, _ name: String, outputs: Int, height: Int = 1, width: Int = 1,
    isBiased: Bool = true
  ) -> Value {
    let window = Window(kernelHeight: height, kernelWidth: width, padding: 0)
    return append(
      Convolution(
        layer: .init(
          name: name, inputs: channels(value), outputs: outputs, window: window,
          isBiased: isBiased, isMatrix: true, coversPicture: true)), [value], channels: outputs)
  }

  /// Every output from all channels of the same pixel: a 1×1 convolution whose weights files keep as a
  /// matrix, as those of PyTorch's `Linear` over the channels.
  ///
  /// Weights: outputs×channels, and a bias.
  public mutating func pointwise(_ value: Value, _ name: String, outputs: Int) -> Value {
    let window = Window(kernelHeight: 1, kernelWidth: 1, padding: 0)
    return append(
      Convolution(
        layer: .init(
          name: name, inputs: channels(value), outputs: outputs, window: window, isMatrix: true)),
      [value], channels: outputs)
  }
}

/// The weights and the window of a convolution.
struct ConvolutionLayer: Sendable, Hashable {
  let name: String
  let inputs: Int
  let outputs: Int
  let window: Window
  var groups = 1
  var isTransposed = false
  var isBiased = true
  /// Files keep the weights as a matrix.
  var isMatrix = false
  /// The window is as large as the picture: there is one result.
  var coversPicture = false

  var isDepthwise: Bool { groups > 1 && groups == inputs && groups == outputs }

  /// True where each result's pixel comes from the source's pixel at its place alone.
  var isPixelwise: Bool {
    window.kernelHeight == 1 && window.kernelWidth == 1 && window.stride == 1 && !isTransposed
      && [.centred, .all(0), .same].contains(window.padding)
  }

  var weight: ParameterArray {
    let kernel = [window.kernelHeight, window.kernelWidth]
    let taps = kernel.reduce(1, *)
    let shape =
      isMatrix
      ? [outputs, inputs * taps]
      : (isTransposed ? [inputs, outputs] : [outputs, inputs / groups]) + kernel
    return ParameterArray(
      name: name + ".weight", shape: shape,
      order: isTransposed ? .transposed : isDepthwise ? .depthwise : .convolution(groups: groups),
      kernel: isMatrix ? kernel : nil)
  }
  /// Nil for a layer without a bias.
  var bias: ParameterArray? {
    isBiased ? .byChannel(name, "bias", count: outputs) : nil
  }

  /// Multiplications and additions for results (or, transposed, sources) of so many pixels.
  func operations(pixels: Int) -> Double {
    2 * Double(pixels) * Double(inputs / groups * outputs)
      * Double(window.kernelHeight * window.kernelWidth)
  }
}

/// A convolution, a transposed one, or a fully connected layer.
struct Convolution: Operator {
  let layer: ConvolutionLayer

  var name: String? { layer.name }
  var parameters: [ParameterArray] { [layer.weight] + (layer.bias.map { [$0] } ?? []) }

  func knownPixels(of node: Graph.Node, in graph: Graph) -> Int? {
    layer.coversPicture ? 1 : layer.isPixelwise ? graph.knownPixels(node.inputs[0]) : nil
  }

  func shape(of inputs: [Shape], layer name: String) throws(NeuralEngineError) -> Shape {
    let (height, width) = (inputs[0].height, inputs[0].width)
    if layer.isTransposed {
      return Shape(
        channels: layer.outputs, height: height * layer.window.stride,
        width: width * layer.window.stride)
    }
    if layer.coversPicture,
      inputs[0].sides != [layer.window.kernelHeight, layer.window.kernelWidth]
    {
      throw .unequalSizes(
        layer: name, first: [layer.window.kernelHeight, layer.window.kernelWidth],
        second: inputs[0].sides)
    }
    let placed = try layer.window.placed(height: height, width: width, layer: name)
    return Shape(channels: layer.outputs, height: placed.height, width: placed.width)
  }

  func fuses(_ fusion: Fusion, into value: Graph.Value, of lowering: Lowering) -> Bool {
    if lowering.weights.isLearned && fusion.affine != nil { return false }
    if layer.isDepthwise { return fusion.total == nil }
    if !lowering.weights.isLearned, FixedConvolution.hasFewOutputs(layer) {
      return fusion.total == nil && fusion.epilogue.isNone
    }
    return true
  }

  func lower(
    _ value: Graph.Value, as result: Graph.Value, fusing fusion: Fusion, into lowering: Lowering
  ) throws(NeuralEngineError) -> Tensor {
    let site = ConvolutionSite(
      layer: layer, value: value, result: result, fusion: fusion, lowering: lowering)
    switch lowering.weights {
    case .fixed(let parameters):
      return try FixedConvolution(site: site, parameters: parameters).lower()
    case .learned: return try LearnedConvolution(site: site).lower()
    }
  }
}

/// A convolution at its place in a network: what it reads, and what it is to make.
struct ConvolutionSite {
  let layer: ConvolutionLayer
  let value: Graph.Value
  let result: Graph.Value
  let fusion: Fusion
  let lowering: Lowering

  var input: Graph.Value { lowering.graph.node(value).inputs[0] }

  /// Where the window lies on the source; of a transposed layer, the convolution's that it is the
  /// adjoint of, on the result.
  func placed() throws(NeuralEngineError) -> Window.Placed {
    let shape = lowering.shape(layer.isTransposed ? value : input)
    return try layer.window.placed(
      height: shape.height, width: shape.width, layer: layer.name)
  }

  /// A tensor for the result: the total, or one with the epilogue.
  func makeTarget() -> Tensor {
    fusion.total?.tensor
      ?? lowering.makeTensor(
        lowering.layout(lowering.shape(value)), for: result, epilogue: fusion.epilogue,
        needsGradient: true)
  }

  var accumulates: Bool { fusion.total?.accumulates ?? false }
  /// True where the target's epilogue is applied.
  var isLast: Bool { fusion.total?.isLast ?? true }
  /// What the results are asked to become.
  var epilogue: Epilogue {
    guard let total = fusion.total else { return fusion.epilogue }
    return total.isLast ? total.tensor.epilogue : .none
  }
}
