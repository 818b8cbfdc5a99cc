import AlignedMemory

/// Turns a graph into the steps of a ``Program``, for running and for learning alike: sizes first,
/// then layers on demand, each once.
///
/// A rectifier behind a convolution, and a sum of convolutions, become part of the convolution. A
/// normalization becomes part of the convolution before it where it may, else a pending
/// ``Prologue`` of whoever reads its result. Where weights are learned nothing is folded into them.
final class Lowering {
  let graph: Graph
  let weights: Weights
  let options: CompilationOptions
  let planner: Planner
  let batch: Int
  /// The pictures' size.
  let height: Int
  let width: Int
  private(set) var program = Program()
  private(set) var shapes: [Graph.Value: Shape] = [:]
  private var tensors: [Graph.Value: Tensor] = [:]
  private var converted: [Graph.Value: [TensorLayout.Form: Tensor]] = [:]
  private var consumers: [Graph.Value: Int] = [:]
  /// Where a value is to be made, if it can be.
  private var reserved: [Graph.Value: (buffer: BufferID, offset: Int)] = [:]

  init(
    graph: Graph, weights: Weights, options: CompilationOptions, planner: Planner, batch: Int,
    height: Int, width: Int
  ) {
    self.graph = graph
    self.weights = weights
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
      let node = graph.node(value)
      for input in node.inputs { consumers[input, default: 0] += 1 }
      let layer = graph.layerName(value)
      if let input = node.operation as? InputOperator {
        shapes[value] = input.shape(height: height, width: width)
      } else {
        var sizes: [Shape] = []
        for input in node.inputs { sizes.append(shape(input)) }
        shapes[value] = try node.operation.shape(of: sizes, layer: layer)
      }
    }
    for (name, value) in graph.outputs where names.contains(name) {
      consumers[value, default: 0] += 1
    }
    // Inputs first, so that they exist even where nothing reads them.
    for value in needed where graph.node(value).operation is InputOperator {
      _ = try tensor(value)
    }
    for (name, value) in graph.outputs where names.contains(name) {
      program.outputs.append(.init(name: name, tensor: try settled(value, as: .plain)))
    }
    program.moveToFront(prepared: options.prepared)
    program.moveToBack(deferred: options.deferred)
    return program
  }

  // MARK: - For operators: values

  func shape(_ value: Graph.Value) -> Shape {
    guard let shape = shapes[value] else { preconditionFailure("layers follow their inputs") }
    return shape
  }

  /// True where nobody but the layer being lowered needs the value.
  func isPrivate(_ value: Graph.Value) -> Bool { consumers[value] == 1 }

  /// The value's tensor, lowering it first if need be.
  func tensor(_ value: Graph.Value) throws(NeuralEngineError) -> Tensor {
    if let known = tensors[value] { return known }
    let operation = graph.node(value).operation
    let made = try operation.lower(value, as: value, fusing: .none, into: self)
    tensors[value] = made
    return made
  }

  /// The tensor of `result` with what makes it taken over by the layer of `value`; nil where that is
  /// needed by others, or cannot.
  func fused(
    _ fusion: Fusion, into value: Graph.Value, as result: Graph.Value
  ) throws(NeuralEngineError) -> Tensor? {
    guard canFuse(fusion, into: value) else { return nil }
    return try lowered(value, fusing: fusion, as: result)
  }

  /// The tensor that a layer makes when it takes over what ``canFuse(_:into:)`` agreed to.
  func lowered(
    _ value: Graph.Value, fusing fusion: Fusion, as result: Graph.Value
  ) throws(NeuralEngineError) -> Tensor {
    try graph.node(value).operation.lower(value, as: result, fusing: fusion, into: self)
  }

  /// True where ``fused(_:into:as:)`` will do it.
  func canFuse(_ fusion: Fusion, into value: Graph.Value) -> Bool {
    isPrivate(value) && tensors[value] == nil
      && graph.node(value).operation.fuses(fusion, into: value, of: self)
  }

  /// The value in blocks, perhaps with a prologue.
  func blocked(_ value: Graph.Value) throws(NeuralEngineError) -> Tensor {
    let found = try tensor(value)
    return found.layout.form == .blocked ? found : try settled(value, as: .blocked)
  }

  /// The value in a form, with nothing pending.
  func settled(
    _ value: Graph.Value, as form: TensorLayout.Form
  ) throws(NeuralEngineError) -> Tensor {
    let found = try tensor(value)
    if found.layout.form == form && found.isSettled { return found }
    if let known = converted[value]?[form] { return known }
    let made = settle(found, as: form, layer: graph.layerName(value))
    converted[value, default: [:]][form] = made
    return made
  }

  /// Applies what is pending and brings the numbers to a form.
  func settle(_ found: Tensor, as form: TensorLayout.Form, layer: String) -> Tensor {
    if found.layout.form == form && found.isSettled { return found }
    return copy(found, as: form, layer: layer)
  }

  /// The same numbers in memory of their own.
  func copy(_ found: Tensor, as form: TensorLayout.Form, layer: String) -> Tensor {
    let made = makeTensor(found.layout.with(form: form), needsGradient: found.needsGradient)
    add(SettleStep(layer: layer, source: found, target: made))
    return made
  }

  // MARK: - For operators: memory, steps and weights

  /// Stands for a tensor that is not there yet.
  var placeholder: Tensor {
    Tensor(
      layout(Shape(channels: 1, height: 1, width: 1)), buffer: 0, needsGradient: false)
  }

  func add(_ step: any Step) { program.steps.append(step) }

  func addInput(_ name: String, _ tensor: Tensor) {
    program.inputs.append(.init(name: name, tensor: tensor))
  }

  func buffer(bytes: Int) -> BufferID {
    program.bufferBytes.append(bytes)
    return program.bufferBytes.count - 1
  }

  /// A size in this network's precision.
  func layout(_ shape: Shape, _ form: TensorLayout.Form = .blocked) -> TensorLayout {
    TensorLayout(
      batch: batch, channels: shape.channels, height: shape.height, width: shape.width,
      precision: options.precision, form: form)
  }

  /// Memory for a result.
  ///
  /// - Parameter value: whose result it is, where that may have a place in a concatenation.
  func makeTensor(
    _ layout: TensorLayout, for value: Graph.Value? = nil, epilogue: Epilogue = .none,
    needsGradient: Bool
  ) -> Tensor {
    if let value, layout.form == .blocked, let place = reserved[value] {
      return Tensor(
        layout, buffer: place.buffer, offset: place.offset, epilogue: epilogue,
        needsGradient: needsGradient)
    }
    return Tensor(
      layout, buffer: buffer(bytes: layout.byteCount), epilogue: epilogue,
      needsGradient: needsGradient)
  }

  /// Says where a value that has not been lowered yet should be made.
  func reserve(_ value: Graph.Value, in buffer: BufferID, at offset: Int) {
    guard tensors[value] == nil else { return }
    reserved[value] = (buffer, offset)
  }

  /// An array of weights in memory's order.
  func parameter(_ array: ParameterArray) throws(NeuralEngineError) -> ParameterSlice {
    switch weights {
    case .fixed(let parameters):
      let values = try parameters.values(array.name, array.shape)
      return ParameterSlice(
        array.ordered(values, block: TensorLayout.block(options.precision)))
    case .learned(let parameters): return parameters.slice(array.name)
    }
  }
}
