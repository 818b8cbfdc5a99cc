import AlignedMemory
import CNeuralKernels

/// A network compiled for learning: forward with the statistics of its batch, and backward to the
/// gradients of all weights. For one thread at a time, which may use several.
///
/// Fill the inputs, call ``forward()``, read the outputs, fill their gradients, call
/// ``backward()``, and change ``TrainableParameters/weights`` by ``TrainableParameters/gradients``.
/// Results do not depend on the number of threads, unless there are more of them than pictures: then
/// oneDNN's gradients are the same for the same number of threads.
public final class TrainingNetwork {
  /// The weights, which several networks of different sizes may share.
  public let parameters: TrainableParameters
  private let options: CompilationOptions
  private let lowered: TrainingLowering

  /// Compiles a graph for learning.
  ///
  /// - Parameters:
  ///   - parameters: arranged for the same graph.
  ///   - batch: pictures a step.
  ///   - height, width: the pictures' size.
  ///   - options: with `direct` planning every convolution runs as sums of products as written.
  /// - Throws: ``NeuralEngineError`` where the size does not suit the graph, or oneDNN refuses.
  public init(
    _ graph: Graph, parameters: TrainableParameters, batch: Int, height: Int, width: Int,
    options: CompilationOptions = CompilationOptions()
  ) throws(NeuralEngineError) {
    self.parameters = parameters
    self.options = options
    // oneDNN parts its sums for as many threads as there are when it prepares them.
    hb_set_threads(Int32(options.threads))
    lowered = TrainingLowering(
      graph: graph, parameters: parameters, options: options, batch: batch, height: height,
      width: width)
    try lowered.lower()
    for signal in lowered.outputs.values where signal.gradient == nil {
      signal.receivesGradient()
    }
    let plan = GradientPlan()
    for step in lowered.steps.reversed() { step.plan(plan) }
  }

  /// The numbers of an input, N×C×H×W (vectors N×C), to be written before a run.
  public func input(_ name: String) -> UnsafeMutableBufferPointer<Float>? {
    lowered.inputs[name].map { .init(start: $0.floats, count: $0.plainCount) }
  }

  /// The numbers of an output, N×C×H×W, as the last ``forward()`` left them.
  public func output(_ name: String) -> UnsafeBufferPointer<Float>? {
    lowered.outputs[name].map { .init(start: $0.floats, count: $0.plainCount) }
  }

  /// The gradient of the loss by an output, N×C×H×W, to be written before ``backward()``; used up by
  /// it.
  public func outputGradient(_ name: String) -> UnsafeMutableBufferPointer<Float>? {
    guard let signal = lowered.outputs[name], let gradient = signal.gradient else { return nil }
    let floats = UnsafeMutableRawPointer(gradient.start).assumingMemoryBound(to: Float.self)
    return .init(start: floats, count: signal.plainCount)
  }

  /// Computes the outputs with the batch's statistics, and moves the running ones.
  public func forward() throws(NeuralEngineError) {
    hb_set_threads(Int32(options.threads))
    for step in lowered.steps where !step.forward() { throw .refused(layer: step.layer) }
  }

  /// Computes the gradients of all weights from the outputs' gradients.
  public func backward() throws(NeuralEngineError) {
    hb_set_threads(Int32(options.threads))
    for step in lowered.steps.reversed() where !step.backward() {
      throw .refused(layer: step.layer)
    }
  }

  /// Runs forward and backward and times every step of both.
  public func profile() throws(NeuralEngineError) -> (
    forward: [ProfiledStep], backward: [ProfiledStep]
  ) {
    hb_set_threads(Int32(options.threads))
    var rows: [[ProfiledStep]] = [[], []]
    for step in lowered.steps {
      rows[0].append(try timed(step) { step.forward() })
    }
    for step in lowered.steps.reversed() {
      rows[1].append(try timed(step) { step.backward() })
    }
    return (rows[0], rows[1])
  }

  private func timed(
    _ step: any LearningStep, _ call: () -> Bool
  ) throws(NeuralEngineError) -> ProfiledStep {
    let start = ContinuousClock.now
    guard call() else { throw .refused(layer: step.layer) }
    return ProfiledStep(
      layer: step.layer, algorithm: "\(type(of: step))", operations: 0,
      seconds: (ContinuousClock.now - start) / .seconds(1))
  }
}
