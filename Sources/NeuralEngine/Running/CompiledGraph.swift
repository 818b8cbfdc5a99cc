import AlignedMemory
import CNeuralKernels

/// A network compiled for one size of picture: weights folded and packed, steps in order, memory
/// planned. Immutable, so that any number of ``NetworkContext`` can share it, one a thread.
public final class CompiledGraph: Sendable {
  /// The options it was compiled with.
  public let options: CompilationOptions
  let program: Program
  let memory: MemoryPlan
  let scratchBytes: Int

  /// Compiles a graph.
  ///
  /// - Parameters:
  ///   - parameters: an array for each of ``Graph/parameterShapes`` that the outputs need.
  ///   - outputs: which outputs are wanted; nil for all. Layers that none needs are left out.
  ///   - batch: pictures a run.
  ///   - height, width: the pictures' size.
  ///   - plans: what was measured before, for measured planning.
  public convenience init(
    _ graph: Graph, parameters: Parameters, outputs: [String]? = nil, batch: Int = 1,
    height: Int, width: Int, options: CompilationOptions = CompilationOptions(),
    plans: PlanCache? = nil
  ) throws(NeuralEngineError) {
    hb_set_threads(Int32(options.threads))
    let planner = Planner(options: options, plans: plans)
    let lowering = Lowering(
      graph: graph, weights: .fixed(parameters), options: options, planner: planner,
      batch: batch, height: height, width: width)
    self.init(program: try lowering.lower(outputs: outputs ?? graph.outputNames), options: options)
    if options.planning == .measured { plans?.save() }
  }

  /// Wraps a lowered network.
  init(program: Program, options: CompilationOptions) {
    self.program = program
    self.options = options
    memory = MemoryPlan(program)
    scratchBytes = program.steps.map(\.scratchBytes).max() ?? 0
  }

  /// Bytes of memory that each context needs.
  public var contextBytes: Int { memory.byteCount + scratchBytes }

  /// Multiplications and additions of one run, computed as written.
  public var operations: Double { program.steps.reduce(0) { $0 + $1.operations } }

  /// Memory to run in.
  public func makeContext() throws(NeuralEngineError) -> NetworkContext {
    try NetworkContext(self)
  }
}
