import ArgumentParser
import Experiments
import Foundation
import HintNetwork
import NeuralEngine

/// Times a forward pass of a hint network.
struct BenchForward: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forward",
    abstract: "Milliseconds of a forward pass of the Local Hints Network, and what it costs.",
    discussion: """
      Without a weights file the weights are random: the time does not depend on them. CSV: \
      what,width,size,threads,milliseconds (the median of --runs after one). With --layers also \
      one line a layer: layer,algorithm,milliseconds,gflops,share.
      """)

  @Option(help: "A weights file (default: random weights of --width).")
  var weights: String?

  @Option(help: "Base width of the random network.")
  var width = 64

  @Option(parsing: .upToNextOption, help: "Sides to measure at, multiples of 8.")
  var size: [Int] = [256]

  @Option(help: "Runs, of which the median counts.")
  var runs = 7

  @Flag(help: "Compute the colour distribution, too.")
  var distribution = false

  @Flag(help: "List every layer.")
  var layers = false

  @OptionGroup var engine: EngineOptions

  func validate() throws {
    guard (8...128).contains(width), (1...10_000).contains(runs) else {
      throw ValidationError("--width should be 8 to 128, --runs 1 to 10000")
    }
    guard size.allSatisfy({ (16...4096).contains($0) && $0 % 8 == 0 }) else {
      throw ValidationError("--size should be multiples of 8 in 16...4096")
    }
  }

  func run() throws {
    var start = ContinuousClock.now
    let read = try weights.map { try HintNetworkWeights.read($0) }
    let network =
      read
      ?? HintNetworkWeights.random(
        HintNetworkArchitecture(variant: .local, width: width, head: .bins529), seed: 0)
    let options = engine.options
    Console.result("what,width,size,threads,milliseconds")
    row("loading", network, 0, options.threads, milliseconds(since: start))
    let model = HintNetworkModel(
      network, options: options, plans: PlanStore.plans(for: options))
    for side in size {
      start = ContinuousClock.now
      let graph = try model.compiled(height: side, width: side, withDistribution: distribution)
      row("compiling", network, side, options.threads, milliseconds(since: start))
      let context = try graph.makeContext()
      fill(context)
      try context.run()
      var times: [Double] = []
      for _ in 0..<runs {
        start = ContinuousClock.now
        try context.run()
        times.append(milliseconds(since: start))
      }
      row("forward", network, side, options.threads, times.sorted()[runs / 2])
      if layers { try list(context, operations: graph.operations) }
    }
    Console.result("memory,\(network.architecture.width),,,\(ProcessMemory.peakMegabytes) MB")
  }

  private func milliseconds(since start: ContinuousClock.Instant) -> Double {
    (ContinuousClock.now - start) / .milliseconds(1)
  }

  private func row(
    _ what: String, _ network: HintNetworkWeights, _ side: Int, _ threads: Int, _ time: Double
  ) {
    Console.result(
      "\(what),\(network.architecture.width),\(side),\(threads),\(String(format: "%.1f", time))")
  }

  /// A grey ramp without points.
  private func fill(_ context: NetworkContext) {
    guard let picture = context.input(HintNetworkArchitecture.Port.picture) else { return }
    for index in picture.indices { picture[index] = 0 }
    let pixels = picture.count / (picture.count % 4 == 0 ? 4 : 1)
    for index in 0..<pixels { picture[index] = Float(index % 97) / 97 - 0.5 }
  }

  /// The least time of each step over a few runs.
  private func list(_ context: NetworkContext, operations: Double) throws {
    var best = try context.profile()
    for _ in 0..<max(4, runs) {
      let again = try context.profile()
      best = zip(best, again).map { $0.seconds < $1.seconds ? $0 : $1 }
    }
    let total = best.reduce(0) { $0 + $1.seconds }
    Console.result("layer,algorithm,milliseconds,gflops,share")
    for step in best {
      let rate = step.operations / step.seconds / 1e9
      Console.result(
        "\(step.layer),\(step.algorithm),\(String(format: "%.2f", step.seconds * 1e3)),"
          + (step.operations > 0 ? String(format: "%.0f", rate) : "")
          + String(format: ",%.1f %%", 100 * step.seconds / total))
    }
    Console.result(
      String(
        format: "all,%.1f GFLOP,%.2f,%.0f,100 %%", operations / 1e9, total * 1e3,
        operations / total / 1e9))
  }
}
