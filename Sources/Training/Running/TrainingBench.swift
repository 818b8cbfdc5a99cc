import NeuralEngine
import SimulatedUsers

/// Steps of a training without a folder, for measuring time.
public struct TrainingBench {
  private let start: StartingPoint
  private let batch: Int
  private let size: Int
  private let hints: HintSampler
  private let options: CompilationOptions

  /// Describes steps.
  ///
  /// - Parameters:
  ///   - batch: pictures a step.
  ///   - size: side of the pictures, a multiple of what the network asks for.
  ///   - hints: what is revealed to a network that takes points.
  public init(
    _ start: StartingPoint, batch: Int, size: Int, hints: HintSampler = HintSampler(),
    options: CompilationOptions
  ) {
    self.start = start
    self.batch = batch
    self.size = size
    self.hints = hints
    self.options = options
  }

  /// Learns for some steps.
  ///
  /// - Parameters:
  ///   - source: the pictures.
  ///   - warmup: steps before those that are measured.
  ///   - steps: at least 1.
  ///   - report: called after every step with how many are done, those of the warm-up included.
  /// - Returns: samples a second, and where the time went.
  public func run(
    _ source: TrainingSource, warmup: Int, steps: Int, report: (Int) -> Void = { _ in }
  ) throws -> (samplesPerSecond: Double, times: StepTimes) {
    let data = try TrainingData([source])
    let network = start.network
    let plan = BatchPlan(
      count: batch, size: size, seed: 1, kinds: network.kinds, bins: network.bins, hints: hints)
    let batches = BatchSource(data, plan: plan, threads: max(1, options.threads / 2))
    let learner = try Learner(
      network, parameters: start.parameters, optimizer: .init(), options: options)
    var times = StepTimes()
    var start = ContinuousClock.now
    for step in 0..<(warmup + steps) {
      if step == warmup { start = .now }
      let waited = batches.waitedSeconds
      let result = try learner.step(try batches.next(), rate: 1e-4)
      report(step + 1)
      guard step >= warmup else { continue }
      times += result.times
      times.data += batches.waitedSeconds - waited
    }
    return (Double(steps * batch) / ((ContinuousClock.now - start) / .seconds(1)), times)
  }
}
