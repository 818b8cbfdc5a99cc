import NeuralEngine

/// A network compiled for batches of one size: what stays as it is before what learns.
final class CompiledTraining {
  /// What learns.
  let learned: TrainingNetwork
  private let frozen: NetworkContext?
  /// The frozen layers' outputs, which are inputs of what learns.
  private let passed: [String]

  /// Compiles both parts.
  ///
  /// - Parameters:
  ///   - frozen: nil where all layers learn.
  ///   - parameters: of what learns.
  init(
    _ graph: Graph, frozen: FrozenLayers?, parameters: TrainableParameters, batch: Int,
    height: Int, width: Int, options: CompilationOptions
  ) throws(NeuralEngineError) {
    learned = try TrainingNetwork(
      graph, parameters: parameters, batch: batch, height: height, width: width,
      options: options)
    passed = frozen?.graph.outputNames ?? []
    guard let frozen else {
      self.frozen = nil
      return
    }
    self.frozen = try CompiledGraph(
      frozen.graph, parameters: frozen.parameters, batch: batch, height: height, width: width,
      options: options
    ).makeContext()
  }

  /// Fills the inputs of either part.
  func show(_ inputs: [(name: String, numbers: [Float])]) {
    for (name, numbers) in inputs {
      for input in [frozen?.input(name), learned.input(name)].compactMap(\.self) {
        precondition(input.count == numbers.count, "a batch fills the network's inputs")
        _ = input.update(fromContentsOf: numbers)
      }
    }
  }

  /// Computes the outputs with the batch's statistics.
  func forward() throws(NeuralEngineError) {
    if let frozen {
      try frozen.run()
      for name in passed {
        guard let output = frozen.output(name), let input = learned.input(name) else { continue }
        _ = input.update(fromContentsOf: output)
      }
    }
    try learned.forward()
  }

  /// Computes the gradients of what learns from the outputs' gradients.
  func backward() throws(NeuralEngineError) { try learned.backward() }
}
