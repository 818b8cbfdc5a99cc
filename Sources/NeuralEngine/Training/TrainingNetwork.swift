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
  private let program: Program
  /// The steps' memory: each tensor has its own, as the way back reads it.
  private let buffers: [AlignedBuffer<UInt8>]
  private let scratch: AlignedBuffer<UInt8>
  private let bound: BoundMemory
  private let plan: GradientPlan
  private let calls: [() -> Bool]
  /// In the order of the way there; nil where there is nothing to do.
  private let backCalls: [(() -> Bool)?]

  /// Compiles a graph for learning.
  ///
  /// - Parameters:
  ///   - parameters: arranged for the same graph and precision.
  ///   - batch: pictures a step.
  ///   - height, width: the pictures' size.
  ///   - options: with `direct` planning every convolution runs as sums of products as written.
  /// - Throws: ``NeuralEngineError`` where the size does not suit the graph, or oneDNN refuses.
  public init(
    _ graph: Graph, parameters: TrainableParameters, batch: Int, height: Int, width: Int,
    options: CompilationOptions = CompilationOptions()
  ) throws(NeuralEngineError) {
    precondition(
      parameters.block == TensorLayout.block(options.precision),
      "weights are arranged for the precision that they are learned in")
    self.parameters = parameters
    self.options = options
    // oneDNN parts its sums for as many threads as there are when it prepares them.
    hb_set_threads(Int32(options.threads))
    let lowering = Lowering(
      graph: graph, weights: .learned(parameters), options: options,
      planner: Planner(options: options, plans: nil), batch: batch, height: height, width: width)
    let program = try lowering.lower(outputs: graph.outputNames)
    let working = program.steps.map { max($0.scratchBytes, $0.backScratchBytes) }.max() ?? 0
    let buffers = program.bufferBytes.map { AlignedBuffer<UInt8>(count: $0, repeating: 0) }
    let scratch = AlignedBuffer<UInt8>(count: working, repeating: 0)
    let bound = BoundMemory(
      addresses: buffers.map { UnsafeMutableRawPointer($0.start) },
      scratch: UnsafeMutableRawPointer(scratch.start))
    let plan = GradientPlan(program)
    var calls: [() -> Bool] = []
    for step in program.steps { calls.append(try step.bind(to: bound)) }
    var backCalls: [(() -> Bool)?] = []
    for step in program.steps.reversed() { backCalls.append(try step.bindBack(plan, to: bound)) }
    (self.program, self.buffers, self.scratch, self.bound) = (program, buffers, scratch, bound)
    (self.plan, self.calls, self.backCalls) = (plan, calls, backCalls.reversed())
  }

  /// The numbers of an input, N×C×H×W (vectors N×C), to be written before a run.
  public func input(_ name: String) -> UnsafeMutableBufferPointer<Float>? {
    numbers(program.inputs.first { $0.name == name })
  }

  /// The numbers of an output, N×C×H×W, as the last ``forward()`` left them.
  public func output(_ name: String) -> UnsafeBufferPointer<Float>? {
    numbers(program.outputs.first { $0.name == name }).map { UnsafeBufferPointer($0) }
  }

  private func numbers(_ port: Program.Port?) -> UnsafeMutableBufferPointer<Float>? {
    port.map { .init(start: $0.tensor.floats(in: bound), count: $0.tensor.layout.plainCount) }
  }

  /// The gradient of the loss by an output, N×C×H×W, to be written before ``backward()``; used up by
  /// it.
  public func outputGradient(_ name: String) -> UnsafeMutableBufferPointer<Float>? {
    guard let tensor = program.outputs.first(where: { $0.name == name })?.tensor,
      let gradient = plan.outputGradient(tensor)
    else { return nil }
    let floats = UnsafeMutableRawPointer(gradient.start).assumingMemoryBound(to: Float.self)
    return .init(start: floats, count: tensor.layout.plainCount)
  }

  /// Computes the outputs with the batch's statistics, and moves the running ones.
  public func forward() throws(NeuralEngineError) {
    hb_set_threads(Int32(options.threads))
    for index in calls.indices where !calls[index]() {
      throw .refused(layer: program.steps[index].layer)
    }
  }

  /// Computes the gradients of all weights from the outputs' gradients.
  public func backward() throws(NeuralEngineError) {
    hb_set_threads(Int32(options.threads))
    for index in backCalls.indices.reversed() {
      if let call = backCalls[index], !call() {
        throw .refused(layer: program.steps[index].layer)
      }
    }
  }

  /// Runs forward and backward and times every step of both.
  public func profile() throws(NeuralEngineError) -> (
    forward: [ProfiledStep], backward: [ProfiledStep]
  ) {
    hb_set_threads(Int32(options.threads))
    var there: [ProfiledStep] = []
    var back: [ProfiledStep] = []
    for (step, call) in zip(program.steps, calls) {
      there.append(try timed(step, 1, call))
    }
    for (step, call) in zip(program.steps, backCalls).reversed() {
      if let call { back.append(try timed(step, 2, call)) }
    }
    return (there, back)
  }

  /// - Parameter times: how many times the operations of the way there.
  private func timed(
    _ step: any Step, _ times: Double, _ call: () -> Bool
  ) throws(NeuralEngineError) -> ProfiledStep {
    let start = ContinuousClock.now
    guard call() else { throw .refused(layer: step.layer) }
    return ProfiledStep(
      layer: step.layer, algorithm: step.algorithm, operations: times * step.operations,
      seconds: (ContinuousClock.now - start) / .seconds(1))
  }
}
