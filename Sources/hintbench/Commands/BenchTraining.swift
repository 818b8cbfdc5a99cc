import AffinityHints
import ArgumentParser
import Experiments
import Foundation
import HintNetwork
import NeuralEngine
import SimulatedUsers
import Training

/// Times the steps of a training.
struct BenchTraining: ParsableCommand, QuietCommand {
  static let configuration = CommandConfiguration(
    commandName: "training",
    abstract: "Samples a second of a training step, and where its time goes.",
    discussion: """
      CSV: network,width,head,size,batch,precision,threads,steps,samples_per_second, then the shares \
      of the time spent on data (waiting for pictures), forward, loss, backward and optimizer. \
      Warm-up steps are not counted. The time does not depend on the weights: the affinity network's \
      are the bundled ones, others are drawn from a seed.
      """)

  @Option(help: "hint for the paper's networks, or affinity.")
  var family = Family.hint

  @Option(help: "Blocks of the encoder that learn, too (affinity).")
  var learnedBlocks = 0

  @Option(help: "Base width of the network (hint).")
  var width = 32

  @Option(help: "Side of the pictures, a multiple of 8 (affinity: of 32).")
  var size = 128

  @Option(help: "Pictures a step.")
  var batch = 8

  @Option(help: "Steps that are measured.")
  var steps = 10

  @Option(help: "Steps before that.")
  var warmup = 3

  @Option(help: "local, or global for a network that is told statistics.")
  var variant = HintNetworkArchitecture.Variant.local

  @Option(help: "hypercolumn, bins529 or none (hint).")
  var head = "hypercolumn"

  @OptionGroup var precision: PrecisionOption

  @Option(help: "Threads (default: the cores).")
  var threads: Int?

  @Option(help: "A folder of photographs (default: embedded scenes).")
  var photographs: String?

  @Option(help: "A file that keeps the decoded photographs.")
  var cache: String?

  @OptionGroup var quiet: QuietOption

  func validate() throws {
    guard (1...256).contains(width), (1...4096).contains(batch), (1...100_000).contains(steps),
      (0...100_000).contains(warmup), (1...256).contains(threads ?? 1)
    else {
      throw ValidationError("--width, --batch, --steps and --threads should be at least 1")
    }
    let step = family == .hint ? HintNetworkArchitecture.step : AffinityNetwork.step
    guard (16...1024).contains(size), size % step == 0 else {
      throw ValidationError("--size should be a multiple of \(step) in 16...1024")
    }
    guard (0...5).contains(learnedBlocks), family == .affinity || learnedBlocks == 0 else {
      throw ValidationError("--learned-blocks should be 0 to 5, and is for --family affinity")
    }
    guard family == .affinity || variant == .local || batch > 1 else {
      throw ValidationError(
        "--variant global normalizes over the batch: --batch should be at least 2")
    }
    guard head == "none" || HintNetworkArchitecture.PaletteHead(rawValue: head) != nil else {
      throw ValidationError("--head should be hypercolumn, bins529 or none")
    }
  }

  func run() throws {
    let source =
      photographs.map { TrainingSource(.folder($0, shorterSide: nil), cache: cache) }
      ?? TrainingSource(.scenes(count: 32, side: 256, seed: 1))
    let threads = threads ?? Threads.byDefault
    let bench = TrainingBench(
      try StartingPoint(network, seed: 1), batch: batch, size: size, hints: hints,
      options: CompilationOptions(precision: precision.resolved, threads: threads))
    Console.note(
      "Measuring \(steps) training steps of \(batch) pictures at \(size)×\(size), on "
        + "\(threads) thread\(threads == 1 ? "" : "s"), after \(warmup) to warm up")
    let pace = BenchPace()
    let (samples, times) = try bench.run(source, warmup: warmup, steps: steps) { done in
      pace.tell("\(done) of \(warmup + steps) steps done")
    }
    let shares = [times.data, times.forward, times.loss, times.backward, times.optimizer]
    Console.result(
      "network,width,head,size,batch,precision,threads,steps,samples_per_second,"
        + "data,forward,loss,backward,optimizer")
    Console.result(
      "\(labels),\(size),\(batch),\(precision.resolved.rawValue),\(threads),"
        + "\(steps),\(String(format: "%.2f", samples)),"
        + shares.map { String(format: "%.4f", $0 / times.total) }.joined(separator: ","))
  }

  private var network: TrainingConfiguration.Network {
    switch family {
    case .hint:
      let architecture = HintNetworkArchitecture(
        variant: variant, width: width, head: .init(rawValue: head))
      return .init(.hint(.init(architecture)), start: .scratch)
    case .affinity:
      var affinity = TrainingConfiguration.Network.Affinity()
      affinity.isGlobal = variant == .global
      affinity.learnedBlocks = learnedBlocks
      return .init(.affinity(affinity), start: .bundled)
    }
  }

  /// The published recipe's of each family.
  private var hints: HintSampler {
    switch family {
    case .hint: HintSampler()
    case .affinity:
      HintSampler(
        noneShare: 0.15, manyShare: 0.6, mostPatches: 300, sizes: 1...5, uniformShare: 0.8)
    }
  }

  /// Network, width and head.
  private var labels: String {
    switch family {
    case .hint: "\(variant.rawValue),\(width),\(head)"
    case .affinity: "affinity\(variant == .global ? "-global" : ""),,"
    }
  }

  /// What is trained.
  enum Family: String, ExpressibleByArgument {
    case hint
    case affinity
  }
}

extension HintNetworkArchitecture.Variant: ExpressibleByArgument {}
