import Synchronization

/// A network ready to run at any size: compiled once for each size and set of outputs, and shared by
/// all who run it.
public final class SizedNetwork: Sendable {
  /// How it is compiled.
  public let options: CompilationOptions
  private let graph: Graph
  private let parameters: Parameters
  private let plans: PlanCache?

  private struct Key: Hashable {
    let height: Int
    let width: Int
    let outputs: [String]
  }

  private let compiled = Mutex<[Key: CompiledGraph]>([:])

  /// Wraps a network.
  ///
  /// - Parameters:
  ///   - parameters: an array for each of ``Graph/parameterShapes`` that is going to be needed.
  ///   - plans: what was measured before, for measured planning.
  public init(
    _ graph: Graph, parameters: Parameters, options: CompilationOptions = CompilationOptions(),
    plans: PlanCache? = nil
  ) {
    self.graph = graph
    self.parameters = parameters
    self.options = options
    self.plans = plans
  }

  /// The network for one size.
  ///
  /// - Parameter outputs: which outputs are computed.
  public func compiled(
    outputs: [String], height: Int, width: Int
  ) throws(NeuralEngineError) -> CompiledGraph {
    let key = Key(height: height, width: width, outputs: outputs)
    // Held while compiling: several users of one size want one copy of the packed weights.
    let result = compiled.withLock { held in
      Result { () throws(NeuralEngineError) in
        if let known = held[key] { return known }
        let made = try CompiledGraph(
          graph, parameters: parameters, outputs: outputs, height: height, width: width,
          options: options, plans: plans)
        held[key] = made
        return made
      }
    }
    return try result.get()
  }
}
