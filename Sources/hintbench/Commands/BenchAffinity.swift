import AffinityHints
import ArgumentParser
import Colorimetry
import Colorization
import Experiments
import Foundation
import Scenes

/// Times the affinity network as it is used: once a picture, and once a change of hints.
struct BenchAffinity: ParsableCommand, QuietCommand {
  static let configuration = CommandConfiguration(
    commandName: "affinity",
    abstract: "Milliseconds of the affinity network: a picture, a new point, and what they cost.",
    discussion: """
      CSV: what,size,threads,milliseconds; 'encoder' is what is computed once a picture, 'decoder' \
      what is computed for every change of hints, 'opening' a new session up to its first \
      chrominance, 'point' a session from a new hint point to the new chrominance; all of --runs \
      the median. The last line is the process's peak memory.
      """)

  @Option(help: "A weights file (default: the bundled one).")
  var weights: String?

  @Option(parsing: .upToNextOption, help: "Sides to measure at, multiples of 32.")
  var size: [Int] = [256]

  @Option(parsing: .upToNextOption, help: "Threads to measure with (default: the cores).")
  var threads: [Int] = []

  @Option(help: "Runs, of which the median counts.")
  var runs = 15

  @Flag(help: "Compute the colour distribution, too.")
  var distribution = false

  @Flag(help: "List every layer: layer,algorithm,milliseconds,gflops,share of time,share of peak.")
  var layers = false

  @OptionGroup var engine: EngineOptions

  @OptionGroup var quiet: QuietOption

  func validate() throws {
    guard (1...10_000).contains(runs) else { throw ValidationError("--runs should be 1 to 10000") }
    guard size.allSatisfy({ (32...4096).contains($0) && $0.isMultiple(of: AffinityNetwork.step) })
    else { throw ValidationError("--size should be multiples of 32 in 32...4096") }
    guard threads.allSatisfy({ (1...256).contains($0) }) else {
      throw ValidationError("--threads should be 1 to 256")
    }
  }

  func run() throws {
    guard let path = weights ?? AffinityWeights.bundled.path else {
      throw ExperimentError.missing(AffinityWeights.bundled.name)
    }
    let read = try AffinityWeights.read(path)
    Console.note("Measuring \(path)")
    Console.result("what,size,threads,milliseconds")
    for count in threads.isEmpty ? [Threads.byDefault] : threads {
      for side in size { try measure(read, side, threads: count) }
    }
    Console.result("memory,,,\(ProcessMemory.peakMegabytes) MB at most")
  }

  private func measure(_ weights: AffinityWeights, _ side: Int, threads: Int) throws {
    func row(_ what: String, _ milliseconds: Double) {
      Console.result("\(what),\(side),\(threads),\(String(format: "%.2f", milliseconds))")
    }
    let lightness = LabImage(Scene(index: 0, seed: 2017).render(height: side, width: side))
      .lightness
    let model = AffinityModel(weights, options: engine.options(threads: threads))
    // The bare network, the layers of the picture first.
    let context = try model.compiled(
      height: side, width: side, isGlobal: false, withDistribution: distribution
    ).makeContext()
    _ = context.input(AffinityNetwork.Port.picture)?
      .update(fromContentsOf: AffinityInputs.picture(lightness.values.map { Float($0) }))
    func pass() throws {
      try context.run()
      if distribution { try context.runDeferred() }
    }
    try pass()
    let decoder = try median { try pass() }
    let whole = try median {
      context.invalidate()
      try pass()
    }
    row("encoder", whole - decoder)
    row("decoder", decoder)
    if layers { try LayerTable(context, runs: runs).print() }

    func open() throws -> AffinitySession {
      let session = try AffinitySession(
        model, lightness: lightness, withDistribution: distribution)
      _ = try session.colorize(Hints())
      _ = session.distribution
      return session
    }
    let session = try open()
    row("opening", try median { _ = try open() })
    var hints = Hints()
    row(
      "point",
      try median {
        let place = (hints.points.count * 37) % side
        hints.points.append(HintPoint(row: place, column: side - 1 - place, size: 7, a: 23, b: -69))
        _ = try session.colorize(hints)
        _ = session.distribution
      })
  }

  /// Of the runs, in milliseconds.
  private func median(_ body: () throws -> Void) rethrows -> Double {
    let times = try (1...runs).map { _ in
      let start = ContinuousClock.now
      try body()
      return (ContinuousClock.now - start) / .milliseconds(1)
    }
    return times.sorted()[runs / 2]
  }
}
