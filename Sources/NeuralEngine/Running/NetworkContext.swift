import AlignedMemory
import CNeuralKernels

/// The memory of one run of a ``CompiledGraph``, used again from run to run: fill the inputs, run,
/// read the outputs. For one thread at a time.
public final class NetworkContext {
  /// What the context runs.
  public let graph: CompiledGraph
  private let arena: AlignedBuffer<UInt8>
  private let scratch: AlignedBuffer<UInt8>
  private let bound: BoundMemory
  private let calls: [() -> Bool]
  private var isPrepared = false

  init(_ graph: CompiledGraph) throws(NeuralEngineError) {
    self.graph = graph
    let arena = AlignedBuffer<UInt8>(count: graph.memory.byteCount, repeating: 0)
    let scratch = AlignedBuffer<UInt8>(count: graph.scratchBytes)
    (self.arena, self.scratch) = (arena, scratch)
    bound = BoundMemory(
      addresses: graph.memory.offsets.map { UnsafeMutableRawPointer(arena.start + $0) },
      scratch: UnsafeMutableRawPointer(scratch.start))
    var calls: [() -> Bool] = []
    for step in graph.program.steps { calls.append(try step.bind(to: bound)) }
    self.calls = calls
  }

  /// The numbers of an input, [batch][channels][height][width], to be written before a run.
  ///
  /// After writing a prepared input call ``invalidate()``.
  public func input(_ name: String) -> UnsafeMutableBufferPointer<Float>? {
    numbers(graph.program.inputs.first { $0.name == name })
  }

  /// The numbers of an output, [batch][channels][height][width], as the last run left them; a
  /// deferred one's as ``runDeferred()`` did.
  public func output(_ name: String) -> UnsafeBufferPointer<Float>? {
    numbers(graph.program.outputs.first { $0.name == name }).map { UnsafeBufferPointer($0) }
  }

  private func numbers(_ port: Program.Port?) -> UnsafeMutableBufferPointer<Float>? {
    port.map {
      UnsafeMutableBufferPointer(
        start: $0.tensor.floats(in: bound), count: $0.tensor.layout.plainCount)
    }
  }

  /// Says that a prepared input has changed.
  public func invalidate() { isPrepared = false }

  /// Computes the outputs but for the deferred ones; what depends on prepared inputs only is computed
  /// the first time.
  public func run() throws(NeuralEngineError) {
    let program = graph.program
    let first = isPrepared ? program.preparedSteps : 0
    try run(first..<program.steps.count - program.deferredSteps)
    isPrepared = true
  }

  /// Computes the deferred outputs of the last run.
  public func runDeferred() throws(NeuralEngineError) {
    let count = graph.program.steps.count
    try run(count - graph.program.deferredSteps..<count)
  }

  private func run(_ range: Range<Int>) throws(NeuralEngineError) {
    hb_set_threads(Int32(graph.options.threads))
    for index in range where !calls[index]() {
      throw .refused(layer: graph.program.steps[index].layer)
    }
  }

  /// Runs and times every step.
  ///
  /// - Returns: one row a step, in the order they run.
  public func profile() throws(NeuralEngineError) -> [ProfiledStep] {
    hb_set_threads(Int32(graph.options.threads))
    var rows: [ProfiledStep] = []
    for (step, call) in zip(graph.program.steps, calls) {
      let start = ContinuousClock.now
      guard call() else { throw .refused(layer: step.layer) }
      rows.append(
        ProfiledStep(
          layer: step.layer, algorithm: step.algorithm, operations: step.operations,
          seconds: (ContinuousClock.now - start) / .seconds(1)))
    }
    return rows
  }
}
