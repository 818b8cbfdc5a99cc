import CNeuralKernels

/// Turns a graph into the steps of a network that learns.
///
/// As in ``Lowering`` layers are lowered on demand, each once: rectifiers and sums become part of
/// their convolutions, and a normalization is applied by whoever reads its result.
final class TrainingLowering {
  let graph: Graph
  let parameters: TrainableParameters
  let options: CompilationOptions
  let batch: Int
  let height: Int
  let width: Int
  let workspace = Workspace()
  private(set) var steps: [any LearningStep] = []
  private(set) var inputs: [String: Signal] = [:]
  private(set) var outputs: [String: Signal] = [:]
  private var signals: [Graph.Value: Signal] = [:]
  private var converted: [Graph.Value: [Signal.Form: Signal]] = [:]
  private var consumers: [Graph.Value: Int] = [:]

  init(
    graph: Graph, parameters: TrainableParameters, options: CompilationOptions, batch: Int,
    height: Int, width: Int
  ) {
    self.graph = graph
    self.parameters = parameters
    self.options = options
    self.batch = batch
    self.height = height
    self.width = width
  }

  /// Lowers every output.
  func lower() throws(NeuralEngineError) {
    for value in graph.needed(for: graph.outputNames) {
      for input in graph.node(value).inputs { consumers[input, default: 0] += 1 }
    }
    for (_, value) in graph.outputs { consumers[value, default: 0] += 1 }
    for (name, value) in graph.outputs {
      outputs[name] = try settled(value, as: .plain)
    }
  }

  // MARK: - For the other files of the lowering

  func add(_ step: any LearningStep) { steps.append(step) }

  /// True where nobody but the layer being lowered needs the value.
  func isPrivate(_ value: Graph.Value) -> Bool { consumers[value] == 1 }

  /// The value's signal, lowering it first if need be.
  func signal(_ value: Graph.Value) throws(NeuralEngineError) -> Signal {
    if let known = signals[value] { return known }
    let made = try make(value)
    signals[value] = made
    return made
  }

  /// The signal for one more step that reads it and contributes to its gradient.
  func consumed(_ signal: Signal) -> Signal {
    if signal.needsGradient { signal.contributors += 1 }
    return signal
  }

  /// The value in blocks, perhaps with a normalization still to be applied.
  func blocked(_ value: Graph.Value) throws(NeuralEngineError) -> Signal {
    let found = try signal(value)
    return found.form == .blocked ? found : try settled(value, as: .blocked)
  }

  /// The value in a form, with nothing pending.
  func settled(
    _ value: Graph.Value, as form: Signal.Form
  ) throws(NeuralEngineError) -> Signal {
    let found = try signal(value)
    if found.form == form && found.affine == nil { return found }
    if let known = converted[value]?[form] { return known }
    let made = Signal(found.stack, form, needsGradient: found.needsGradient)
    if found.form == form {
      add(SettlingLearning(graph.layerName(value), from: consumed(found), to: made))
    } else {
      add(
        RepackLearning(
          graph.layerName(value), from: consumed(found), to: made, workspace: workspace))
    }
    converted[value, default: [:]][form] = made
    return made
  }

  private func make(_ value: Graph.Value) throws(NeuralEngineError) -> Signal {
    let node = graph.node(value)
    switch node.operation {
    case .input(let name, let isVector):
      return input(name, isVector: isVector, channels: node.channels)
    case .convolution, .transposedConvolution:
      return try convolve(value, slope: 1)
    case .sum:
      return try sum(value, slope: 1)
    case .batchNormalization(let name, let epsilon):
      return try normalize(node.inputs[0], name, epsilon: epsilon)
    case .activation(.rectified):
      return try rectify(node.inputs[0], slope: 0)
    case .activation(.leaky(let slope)):
      return try rectify(node.inputs[0], slope: slope)
    case .activation(.tanh):
      return try apply(.pointwise(HB_TANH, parameter: 0), to: node.inputs[0])
    case .activation(.sigmoid):
      return try apply(.pointwise(HB_SIGMOID, parameter: 0), to: node.inputs[0])
    case .activation(.scaled(let factor)):
      return try apply(.pointwise(HB_SCALE, parameter: factor), to: node.inputs[0])
    case .softmax:
      return try apply(.softmax, to: node.inputs[0])
    case .subsample(let step):
      return try move(node.inputs[0], .subsample, by: step)
    case .maximumPool(let size):
      return try move(node.inputs[0], .maximumPool, by: size)
    case .enlarge(let factor):
      return try move(node.inputs[0], .enlarge, by: factor)
    case .detach:
      return try signal(graph.origin(value)).detached()
    }
  }

  private func input(_ name: String, isVector: Bool, channels: Int) -> Signal {
    let stack = Stack(
      batch: batch, channels: channels, height: isVector ? 1 : height,
      width: isVector ? 1 : width, precision: options.precision)
    let made = Signal(stack, .plain, needsGradient: false)
    inputs[name] = made
    return made
  }
}
