import AlignedMemory
import CNeuralKernels

/// Chooses how a layer is computed: by rule, or by timing both ways.
final class Planner {
  /// The ways.
  enum Way: String {
    /// Winograd's minimal filtering, by us.
    case winograd
    /// Sums of products, by oneDNN.
    case direct
  }

  private let options: CompilationOptions
  private let plans: PlanCache?

  /// - Parameter plans: what was measured before; needed for measured planning only.
  init(options: CompilationOptions, plans: PlanCache?) {
    self.options = options
    self.plans = plans
  }

  /// How to compute a layer for which both ways exist.
  ///
  /// - Parameter timed: the steps of a way on a program of their own, to be timed.
  func way(
    key: String, timed: (Way) throws(NeuralEngineError) -> Program
  ) throws(NeuralEngineError) -> Way {
    switch options.planning {
    case .direct: return .direct
    case .ruled: return .winograd
    case .measured: break
    }
    if let known = plans?[key].flatMap(Way.init(rawValue:)) { return known }
    let winograd = try seconds(timed(.winograd))
    let direct = try seconds(timed(.direct))
    let best: Way = winograd <= direct ? .winograd : .direct
    plans?[key] = best.rawValue
    return best
  }

  /// The least of three runs, after one to warm up.
  private func seconds(_ program: Program) throws(NeuralEngineError) -> Double {
    let context = try NetworkContext(
      CompiledGraph(program: program, options: options))
    var least = Double.infinity
    for run in 0..<4 {
      let start = ContinuousClock.now
      try context.run()
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      if run > 0 { least = min(least, seconds) }
    }
    return least
  }
}
