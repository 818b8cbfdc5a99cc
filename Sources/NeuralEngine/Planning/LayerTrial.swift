/// One layer as a network of its own, with weights of zero, to be timed.
struct LayerTrial {
  private let layer: ConvolutionLayer
  private let isTransposed: Bool
  private let stack: Stack
  private let options: CompilationOptions

  init(
    _ layer: ConvolutionLayer, isTransposed: Bool, of stack: Stack, options: CompilationOptions
  ) {
    self.layer = layer
    self.isTransposed = isTransposed
    self.stack = stack
    self.options = options
  }

  /// All that decides the time, besides the machine.
  var key: String {
    "\(stack.batch)×\(layer.inputs)×\(stack.height)×\(stack.width) to \(layer.outputs), "
      + "kernel \(layer.kernel), stride \(layer.stride), dilation \(layer.dilation)"
      + (isTransposed ? ", transposed" : "")
  }

  /// The layer and a rectifier, lowered one way.
  func program(_ way: Planner.Way) throws(NeuralEngineError) -> Program {
    var graph = Graph()
    let input = graph.input("input", channels: layer.inputs)
    // Blocked memory, as in the middle of a network.
    let copy = graph.subsampled(input, by: 1)
    let result =
      isTransposed
      ? graph.transposedConvolution(
        copy, layer.name, outputs: layer.outputs, kernel: layer.kernel, stride: layer.stride,
        padding: layer.padding)
      : graph.convolution(
        copy, layer.name, outputs: layer.outputs, kernel: layer.kernel, stride: layer.stride,
        dilation: layer.dilation, padding: layer.padding, isBiased: layer.isBiased)
    graph.output("output", graph.activation(result, .rectified))
    let zeros = graph.parameterShapes.map { name, shape in
      (
        name,
        Parameters.Tensor(shape: shape, values: .init(repeating: 0, count: shape.reduce(1, *)))
      )
    }
    var options = options
    options.planning = way == .winograd ? .ruled : .direct
    options.prepared = []
    let lowering = Lowering(
      graph: graph, parameters: Parameters(Dictionary(uniqueKeysWithValues: zeros)),
      options: options, planner: Planner(options: options, plans: nil), batch: stack.batch,
      height: stack.height, width: stack.width)
    return try lowering.lower(outputs: graph.outputNames)
      .only(layer: layer.name)
  }
}
