import ArgumentParser
import Colorimetry
import Colorization
import Experiments
import Foundation
import HintNetwork
import NeuralEngine
import Scenes

/// Times a forward pass of a hint network.
struct BenchForward: ParsableCommand, QuietCommand {
  static let configuration = CommandConfiguration(
    commandName: "forward",
    abstract: "Milliseconds of a forward pass of the Local Hints Network, and what it costs.",
    discussion: """
      CSV: what,width,size,threads,milliseconds; 'forward' is the bare network, 'point' a prepared \
      session from a new hint point to the new chrominance, both the median of --runs; 'opening' a \
      new session. With --layers also one line a layer: \
      layer,algorithm,milliseconds,gflops,share of time,share of peak.
      """)

  @Option(help: "A weights file (default: random weights; the time does not depend on them).")
  var weights: String?

  @Option(help: "Base width of the random network.")
  var width = 64

  @Option(parsing: .upToNextOption, help: "Sides to measure at, multiples of 8.")
  var size: [Int] = [256]

  @Option(parsing: .upToNextOption, help: "Threads to measure with (default: the cores).")
  var threads: [Int] = []

  @Option(help: "Runs, of which the median counts.")
  var runs = 7

  @Flag(help: "Compute the colour distribution, too.")
  var distribution = false

  @Flag(help: "List every layer.")
  var layers = false

  @OptionGroup var engine: EngineOptions

  @OptionGroup var quiet: QuietOption

  func validate() throws {
    guard (8...128).contains(width), (1...10_000).contains(runs) else {
      throw ValidationError("--width should be 8 to 128, --runs 1 to 10000")
    }
    guard size.allSatisfy({ (16...4096).contains($0) && $0 % 8 == 0 }) else {
      throw ValidationError("--size should be multiples of 8 in 16...4096")
    }
    guard threads.allSatisfy({ (1...256).contains($0) }) else {
      throw ValidationError("--threads should be 1 to 256")
    }
  }

  func run() throws {
    let start = ContinuousClock.now
    Console.note("Measuring a forward pass: \(weights.map { "reading \($0)" } ?? "width \(width)")")
    let architecture = HintNetworkArchitecture(variant: .local, width: width, head: .bins529)
    let network =
      try weights.map { try HintNetworkWeights.read($0) } ?? .random(architecture, seed: 0)
    Console.result("what,width,size,threads,milliseconds")
    if weights != nil { row("loading", network, 0, 0, [milliseconds(since: start)]) }
    let counts = threads.isEmpty ? [Threads.byDefault] : threads
    for count in counts {
      let options = engine.options(threads: count)
      let model = HintNetworkModel(
        network, options: options, plans: PlanStore.plans(for: options))
      for side in size { try measure(model, side) }
    }
    Console.result(
      "memory,\(network.architecture.width),,,\(ProcessMemory.peakMegabytes) MB at most")
  }

  private func measure(_ model: HintNetworkModel, _ side: Int) throws {
    let (network, threads) = (model.weights, model.options.threads)
    let pace = BenchPace()
    func note(_ stage: String) {
      Console.note("\(side)×\(side), \(threads) thread\(threads == 1 ? "" : "s"): \(stage)")
    }
    note("compiling, which times every layer's algorithms where that is not known yet")
    var start = ContinuousClock.now
    let graph = try model.compiled(height: side, width: side, withDistribution: distribution)
    row("compiling", network, side, threads, [milliseconds(since: start)])
    let context = try graph.makeContext()
    note("\(runs) forward passes, after one to warm up")
    try context.run()
    row("forward", network, side, threads, try times(pace) { try context.run() })
    if layers {
      note("every layer")
      try LayerTable(context, runs: runs).print()
    }
    note("a session, and \(runs) new points in it")

    let truth = LabImage(Scene(index: 0, seed: 2017).render(height: side, width: side))
    start = ContinuousClock.now
    let session = try HintNetworkSession(
      model, lightness: truth.lightness, withDistribution: distribution)
    row("opening", network, side, threads, [milliseconds(since: start)])
    var hints = Hints()
    _ = try session.colorize(hints)
    let point = try times(pace) {
      let place = (hints.points.count * 37) % side
      hints.points.append(HintPoint(row: place, column: side - 1 - place, size: 7, a: 23, b: -69))
      _ = try session.colorize(hints)
    }
    row("point", network, side, threads, point)
  }

  private func times(_ pace: BenchPace, _ body: () throws -> Void) rethrows -> [Double] {
    try (1...runs).map { run in
      let start = ContinuousClock.now
      try body()
      defer { pace.tell("\(run) of \(runs) done") }
      return milliseconds(since: start)
    }
  }

  private func milliseconds(since start: ContinuousClock.Instant) -> Double {
    (ContinuousClock.now - start) / .milliseconds(1)
  }

  private func row(
    _ what: String, _ network: HintNetworkWeights, _ side: Int, _ threads: Int, _ times: [Double]
  ) {
    let median = String(format: "%.1f", times.sorted()[times.count / 2])
    Console.result("\(what),\(network.architecture.width),\(side),\(threads),\(median)")
  }
}
