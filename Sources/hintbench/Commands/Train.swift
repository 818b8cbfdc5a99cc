import ArgumentParser
import Experiments
import Foundation
import Reporting
import Training

/// Trains a network.
struct Train: AsyncParsableCommand, QuietCommand {
  static let configuration = CommandConfiguration(
    abstract: "Train a network on photographs or embedded scenes.",
    discussion: """
      The configuration is a YAML file; its keys stand in Sources/Training/README.md, examples in \
      Studies/training. Learned weights, tables and curves go into the output folder. A training \
      that was stopped or killed goes on where it was with --resume, and ends with the same bytes.
      """)

  @Argument(help: "A training configuration.")
  var configuration: String

  @Flag(help: "Check everything, say what would be done, and write nothing.")
  var dryRun = false

  @Flag(help: "Go on with the training that the output folder holds, if it holds one.")
  var resume = false

  @Option(help: "The training's folder (default: the configuration's, else Runs/<training>).")
  var output: String?

  @Option(help: "Threads to compute with (default: the configuration's, else the cores).")
  var threads: Int?

  @Option(help: "Write what the first steps see and give into this folder, for comparisons.")
  var trace: String?

  @Option(help: "How many steps --trace writes.")
  var traceSteps = 1

  @OptionGroup var quiet: QuietOption

  func validate() throws {
    if let threads, !(1...256).contains(threads) {
      throw ValidationError("--threads should be 1 to 256")
    }
    guard (1...100_000).contains(traceSteps) else {
      throw ValidationError("--trace-steps should be 1 to 100000")
    }
  }

  func run() async throws {
    let file = try StudyLocator.path(of: configuration, for: .training)
    let configured = try TrainingConfigurationFile.read(file)
    var options = Trainer.Options(program: "hintbench \(HintBenchVersion.current)")
    (options.output, options.threads, options.resume) = (output, threads, resume)
    if dryRun {
      return try Self.tell(TrainingPreview(configured, options: options), of: configured)
    }
    let (folder, steps) = (trace, traceSteps)
    let task = Task {
      let trace = try folder.map { try TrainingTrace($0, steps: steps) }
      let trainer = try Trainer(configured, file: file, options: options, trace: trace)
      try Self.train(trainer)
    }
    let interrupts = Interrupts(cancelling: task)
    defer { interrupts.stop() }
    try await task.value
  }

  /// Says what a training would do.
  private static func tell(
    _ preview: TrainingPreview, of configured: TrainingConfiguration
  ) throws {
    for note in preview.notes { Console.note("Note: \(note)") }
    Console.result("training: \(configured.name): \(configured.title)")
    Console.result("network: \(configured.network.summary)")
    for source in preview.sources {
      Console.result("learns from: \(source.count) pictures of \(source.name)")
    }
    for phase in configured.phases {
      Console.result(
        "phase: \(phase.samples) samples of \(phase.size)×\(phase.size), \(phase.batch) a step, "
          + "\(phase.steps) steps")
    }
    if preview.judgedPictures > 0 {
      Console.result("judged on: \(preview.judgedPictures) pictures")
    }
    Console.result("threads: \(preview.threads)")
    let state =
      preview.isFinished
      ? "this training is finished; nothing is left to do"
      : preview.step > 0
        ? "goes on at step \(preview.step) of \(configured.steps)" : "from the start"
    Console.result("folder: \(preview.path), \(state)")
  }

  private static func train(_ trainer: Trainer) throws {
    let configured = trainer.configuration
    for note in trainer.notes { Console.note("Note: \(note)") }
    if trainer.isFinished {
      Console.note("\(trainer.path): this training is finished; nothing is left to do")
    } else {
      let start = trainer.step == 0 ? "" : ", going on at step \(trainer.step)"
      Console.note(
        "\(configured.name): \(configured.network.summary), \(configured.samples) "
          + "samples in \(configured.steps) steps, \(trainer.threads) threads, into "
          + "\(trainer.path)\(start)")
      let line = ProgressLine()
      defer { draw(trainer) }
      try trainer.run(shouldStop: { Task.isCancelled }, report: { line.show($0) })
    }
    Console.result(
      "Weights: \(trainer.path)/weights.safetensors   "
        + "Tables: \(trainer.path)/training.csv, validation.csv")
  }

  /// Draws the curves, also of what an interrupted training has done so far.
  private static func draw(_ trainer: Trainer) {
    let curves = TrainingCurves(
      title: trainer.configuration.title, losses: trainer.lossNames,
      isJudged: trainer.configuration.validation != nil)
    do {
      if let complaint = try curves.write(into: trainer.path) {
        Console.note("Note: no curves drawn: \(complaint) (apt-get install gnuplot-nox)")
      }
    } catch {
      Console.note("Note: no curves drawn: \(error)")
    }
  }
}
