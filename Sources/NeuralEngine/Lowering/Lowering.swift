/// Turns a graph into the steps of a ``Program``: normalizations folded, functions fused.
///
/// Layers are lowered on demand, each once. A rectifier behind a convolution, and a sum of
/// convolutions, become part of the convolution; a normalization or rectifier that cannot is kept as
/// a pending ``Adjustment``, applied by whatever moves or folds the numbers next.
final class Lowering {
  let graph: Graph
  let parameters: Parameters
  let options: CompilationOptions
  let planner: Planner
  let batch: Int
  let height: Int
  let width: Int
  private(set) var program = Program()
  private var located: [Graph.Value: Located] = [:]
  private var applied: [Graph.Value: [Located.Form: Located]] = [:]
  private var consumers: [Graph.Value: Int] = [:]

  init(
    graph: Graph, parameters: Parameters, options: CompilationOptions, planner: Planner,
    batch: Int, height: Int, width: Int
  ) {
    self.graph = graph
    self.parameters = parameters
    self.options = options
    self.planner = planner
    self.batch = batch
    self.height = height
    self.width = width
  }

  /// Lowers everything that the named outputs need.
  func lower(outputs names: [String]) throws(NeuralEngineError) -> Program {
    if let name = names.first(where: { !graph.outputNames.contains($0) }) {
      throw .unknownOutput(name: name, known: graph.outputNames)
    }
    let needed = graph.needed(for: names)
    for value in needed {
      for input in graph.node(value).inputs { consumers[input, default: 0] += 1 }
    }
    for (name, value) in graph.outputs where names.contains(name) {
      consumers[value, default: 0] += 1
    }
    // Inputs first, so that they exist even where nothing reads them.
    for value in needed {
      if case .input = graph.node(value).operation { _ = try locate(value) }
    }
    for (name, value) in graph.outputs where names.contains(name) {
      let result = try applied(value, as: .plain)
      program.outputs.append(.init(name: name, buffer: result.buffer, stack: result.stack))
    }
    program.moveToFront(prepared: options.prepared)
    return program
  }

  // MARK: - For the other files of the lowering

  func add(_ step: any Step) { program.steps.append(step) }

  func buffer(bytes: Int) -> BufferID {
    program.bufferBytes.append(bytes)
    return program.bufferBytes.count - 1
  }

  func buffer(_ stack: Stack, _ form: Located.Form) -> BufferID {
    form == .plain
      ? buffer(bytes: 4 * stack.batch * stack.channels * stack.height * stack.width)
      : buffer(bytes: stack.byteCount)
  }

  /// True where nobody but the layer being lowered needs the value.
  func isPrivate(_ value: Graph.Value) -> Bool { consumers[value] == 1 }

  /// Where the value is, lowering it first if need be.
  func locate(_ value: Graph.Value) throws(NeuralEngineError) -> Located {
    if let known = located[value] { return known }
    let made = try make(value)
    located[value] = made
    return made
  }

  /// The value in a form, with nothing left to happen to it.
  func applied(
    _ value: Graph.Value, as form: Located.Form
  ) throws(NeuralEngineError) -> Located {
    let value = graph.origin(value)
    if let known = applied[value]?[form] { return known }
    let made = try settle(try locate(value), as: form, layer: graph.layerName(value))
    applied[value, default: [:]][form] = made
    return made
  }

  private func make(_ value: Graph.Value) throws(NeuralEngineError) -> Located {
    let node = graph.node(value)
    switch node.operation {
    case .input(let name, let isVector):
      let stack = Stack(
        batch: batch, channels: node.channels, height: isVector ? 1 : height,
        width: isVector ? 1 : width, precision: options.precision)
      let made = Located(buffer: buffer(stack, .plain), stack: stack, form: .plain)
      program.inputs.append(.init(name: name, buffer: made.buffer, stack: stack))
      return made
    case .convolution, .transposedConvolution:
      return try convolve(value, onto: nil, slope: 1)
    case .sum:
      return try sum(value, slope: 1)
    case .batchNormalization(let name, let epsilon):
      return try normalize(node.inputs[0], name, epsilon: epsilon)
    case .activation(.rectified):
      return try rectify(node.inputs[0], slope: 0)
    case .activation(.leaky(let slope)):
      return try rectify(node.inputs[0], slope: slope)
    case .activation(let function):
      return try apply(.activation(function), to: node.inputs[0])
    case .softmax:
      return try apply(.softmax, to: node.inputs[0])
    case .subsample(let step):
      return try move(node.inputs[0], .subsample, by: step)
    case .maximumPool(let size):
      return try move(node.inputs[0], .maximumPool, by: size)
    case .enlarge(let factor):
      return try move(node.inputs[0], .enlarge, by: factor)
    case .detach:
      return try locate(graph.origin(value))
    }
  }
}
