import NeuralEngine
import Testing

extension TwinGraph {
  func compiled(
    _ options: CompilationOptions = CompilationOptions(), outputs: [String]? = nil,
    plans: PlanCache? = nil
  ) throws -> CompiledGraph {
    try CompiledGraph(
      graph, parameters: Parameters(tensors), outputs: outputs, batch: batch, height: height,
      width: width, options: options, plans: plans)
  }

  /// Writes the twin's inputs, or some of them, to a context that has them.
  func fill(_ context: NetworkContext, _ names: Set<String>? = nil) {
    for (name, images) in inputs where names?.contains(name) ?? true {
      guard let numbers = context.input(name) else { continue }
      for index in numbers.indices { numbers[index] = Float(images.values[index]) }
    }
  }

  /// Every output of a fresh context.
  func run(_ compiled: CompiledGraph) throws -> [String: [Float]] {
    let context = try compiled.makeContext()
    fill(context)
    try context.run()
    return results(context)
  }

  /// Every output as it is.
  func results(_ context: NetworkContext) -> [String: [Float]] {
    var all: [String: [Float]] = [:]
    for name in outputs.keys { all[name] = context.output(name).map { Array($0) } }
    return all
  }

  /// The largest error of any output.
  func error(_ results: [String: [Float]]) -> Double {
    outputs.map { name, images in images.relativeError(of: results[name] ?? []) }.max() ?? 0
  }

  /// Expects that the engine agrees with the naive network, compiled in every way that there is.
  ///
  /// - Parameter slack: how many times less exact than usual.
  func check(
    _ ways: [Way] = Way.available, slack: Double = 1,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for way in ways where Way.available.contains(way) {
      let results = try run(compiled(way.options, plans: way.plans))
      for (name, images) in outputs {
        let error = images.relativeError(of: results[name] ?? [])
        #expect(
          error <= way.tolerance * slack, "\(way): \(name) \(images.shape)",
          sourceLocation: sourceLocation)
      }
    }
  }
}

/// Numbers as bits: equal only when every last bit is.
func bits(_ results: [String: [Float]]) -> [String: [UInt32]] {
  results.mapValues { $0.map(\.bitPattern) }
}
