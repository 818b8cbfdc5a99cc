/// One layer as a network of its own, with weights of zero, to be timed.
struct LayerTrial {
  private let layer: ConvolutionLayer
  private let layout: TensorLayout
  private let options: CompilationOptions

  init(_ layer: ConvolutionLayer, of layout: TensorLayout, options: CompilationOptions) {
    self.layer = layer
    self.layout = layout
    self.options = options
  }

  /// All that decides the time, besides the machine.
  var key: String {
    let window = layer.window
    return "\(layout.batch)×\(layer.inputs)×\(layout.height)×\(layout.width) to "
      + "\(layer.outputs), kernel \(window.kernelHeight), stride \(window.stride), "
      + "dilation \(window.dilation)" + (layer.isTransposed ? ", transposed" : "")
  }

  /// The layer and a rectifier, lowered one way.
  func program(_ way: Planner.Way) throws(NeuralEngineError) -> Program {
    var graph = Graph()
    let input = graph.input("input", channels: layer.inputs)
    // Blocked memory, as in the middle of a network.
    let copy = graph.subsampled(input, by: 1)
    let result = graph.append(Convolution(layer: layer), [copy], channels: layer.outputs)
    graph.output("output", graph.activation(result, .relu))
    let zeros = graph.parameterShapes.map { name, shape in
      (
        name,
        Parameters.Tensor(shape: shape, values: .init(repeating: 0, count: shape.reduce(1, *)))
      )
    }
    var options = options
    options.planning = way == .winograd ? .ruled : .direct
    options.prepared = []
    options.deferred = []
    let lowering = Lowering(
      graph: graph, weights: .fixed(Parameters(Dictionary(uniqueKeysWithValues: zeros))),
      options: options, planner: Planner(options: options, plans: nil), batch: layout.batch,
      height: layout.height, width: layout.width)
    return try lowering.lower(outputs: graph.outputNames).only(layer: layer.name)
  }
}
