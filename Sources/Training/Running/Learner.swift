import CNeuralKernels
import CTraining
import NeuralEngine

/// A network that learns, batch by batch: weights, gradients, moments, averages.
///
/// For one thread at a time; it uses as many as its options say.
public final class Learner {
  /// What learns.
  public let network: any TrainedNetwork
  /// Weights, gradients and statistics.
  public let parameters: TrainableParameters
  /// Moments and averages.
  public let optimizer: AdamW
  private let options: CompilationOptions
  private let graph: Graph
  private var compiled: (shape: [Int], network: CompiledTraining)?

  /// Starts from weights.
  ///
  /// - Parameter parameters: every array of the network's graph.
  public init(
    _ network: any TrainedNetwork, parameters: Parameters,
    optimizer: TrainingConfiguration.Optimizer, options: CompilationOptions
  ) throws(NeuralEngineError) {
    self.network = network
    self.options = options
    graph = network.graph
    self.parameters = try TrainableParameters(
      graph, parameters, precision: options.precision)
    self.optimizer = AdamW(
      optimizer, count: self.parameters.weights.count,
      statisticsCount: self.parameters.statistics.count,
      factors: try self.parameters.factors(graph) { network.rateFactor(of: $0) })
    self.optimizer.average.start.update(
      from: self.parameters.weights.start, count: self.parameters.weights.count)
    self.optimizer.averageStatistics.start.update(
      from: self.parameters.statistics.start, count: self.parameters.statistics.count)
  }

  /// The averaged weights and statistics, by name.
  public var averaged: Parameters {
    parameters.named(weights: optimizer.average, statistics: optimizer.averageStatistics)
  }

  /// Learns from a batch.
  ///
  /// Where a loss or the gradients' norm is not finite, the weights and moments stay as they were.
  ///
  /// - Parameter rate: the learning rate of the step.
  public func step(_ batch: TrainingBatch, rate: Double) throws(NeuralEngineError) -> StepResult {
    var times = StepTimes()
    let compiled = try network(for: batch)
    hb_set_threads(Int32(options.threads))
    time(&times.data) { compiled.show(network.inputs(of: batch)) }
    try timed(&times.forward) { () throws(NeuralEngineError) in try compiled.forward() }
    let losses = time(&times.loss) { judge(compiled.learned, batch) }
    if let index = losses.firstIndex(where: { !$0.isFinite }) {
      return StepResult(
        losses: losses, gradientNorm: 0, fault: "the loss \(network.losses[index].name)",
        times: times)
    }
    try timed(&times.backward) { () throws(NeuralEngineError) in try compiled.backward() }
    let norm = time(&times.optimizer) { AdamW.norm(parameters.gradients) }
    guard norm.isFinite else {
      return StepResult(
        losses: losses, gradientNorm: norm, fault: "the gradient's norm", times: times)
    }
    time(&times.optimizer) {
      optimizer.step(
        parameters.weights, gradients: parameters.gradients, statistics: parameters.statistics,
        norm: norm, rate: rate)
    }
    return StepResult(losses: losses, gradientNorm: norm, fault: nil, times: times)
  }

  /// The network compiled for a batch's size.
  private func network(for batch: TrainingBatch) throws(NeuralEngineError) -> CompiledTraining {
    let shape = [batch.count, batch.height, batch.width]
    if let compiled, compiled.shape == shape { return compiled.network }
    // The memory of the size before is given back first.
    compiled = nil
    let made = try CompiledTraining(
      graph, frozen: network.frozen, parameters: parameters, batch: batch.count,
      height: batch.height, width: batch.width, options: options)
    compiled = (shape, made)
    return made
  }

  /// The value of every term; fills the gradients of all outputs.
  private func judge(_ compiled: TrainingNetwork, _ batch: TrainingBatch) -> [Double] {
    for name in graph.outputNames where !network.losses.contains(where: { $0.output == name }) {
      compiled.outputGradient(name)?.update(repeating: 0)
    }
    var judged: Set<String> = []
    return network.losses.map { term in
      guard let output = compiled.output(term.output),
        let gradient = compiled.outputGradient(term.output)
      else { preconditionFailure("a loss judges an output of its network") }
      guard !judged.insert(term.output).inserted else {
        return term.evaluate(output, for: batch, gradient: gradient)
      }
      return withUnsafeTemporaryAllocation(of: Float.self, capacity: gradient.count) { more in
        let value = term.evaluate(output, for: batch, gradient: more)
        ht_add(more.baseAddress, gradient.baseAddress, gradient.count)
        return value
      }
    }
  }

  private func time<Value>(_ seconds: inout Double, _ body: () -> Value) -> Value {
    let start = ContinuousClock.now
    defer { seconds += (ContinuousClock.now - start) / .seconds(1) }
    return body()
  }

  private func timed(
    _ seconds: inout Double, _ body: () throws(NeuralEngineError) -> Void
  ) throws(NeuralEngineError) {
    let start = ContinuousClock.now
    try body()
    seconds += (ContinuousClock.now - start) / .seconds(1)
  }
}
