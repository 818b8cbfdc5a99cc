import ArgumentParser
import Foundation
import PaintStudy
import SimulatedUsers

/// Lets simulated painters take part in a painting study.
struct PaintSimulate: AsyncParsableCommand, QuietCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract:
      "Let simulated painters take part in a painting study, through the server's interface.",
    discussion: """
      Simulated painters know the true colours, from the design's folder; no person does. They place \
      points where the result errs most, imagine a colour (the true one plus noise) and take an offered \
      one (suggested, or common) that is near it, else make one by hand. So what they show is the \
      expected effect under these assumptions, and every table and report says that it is simulated. \
      Time is simulated too: a minute takes as long as the server takes.

      Without --server one is started for the occasion, with the database simulated.sqlite in DIR.
      """)

  @Argument(help: "A design's folder.")
  var design: String

  @Option(help: "A server's address, such as http://127.0.0.1:8080; it serves this very design.")
  var server: String?

  @Option(help: "How many painters (default: all plans of the design).")
  var subjects: Int?

  @Option(help: "Where the server that is started keeps what they do.")
  var database: String?

  @Option(help: "Drives every choice (default: the design's seed).")
  var seed: UInt64?

  @Option(help: "How places are chosen: max-error or random.")
  var placing = PainterModel().placing

  @Option(help: "Side of the points in pixels of the working size: 1, 3, 5, 7 or 9.")
  var size = PainterModel().patch

  @Option(help: "Points a minute of the mean painter.")
  var pace = PainterModel().pointsPerMinute

  @Option(help: "How far imagined colours are from the true ones: standard deviation of a* and b*.")
  var noise = PainterModel().noise

  @Option(help: "How far colours made by hand are from the imagined ones, likewise.")
  var handNoise = PainterModel().handNoise

  @Option(help: "An offered colour is taken when it is as near as this to the imagined one.")
  var near = PainterModel().near

  @Option(help: "Time for an offered colour, as a share of that for one made by hand.")
  var haste = PainterModel().haste

  @Option(help: "Painters at a time.")
  var concurrency = 4

  @OptionGroup var network: NetworkOptions

  @OptionGroup var quiet: QuietOption

  func validate() throws {
    func check(_ name: String, _ value: Double, _ range: ClosedRange<Double>) throws {
      guard range.contains(value) else {
        throw ValidationError("\(name) should be \(range.lowerBound) to \(range.upperBound)")
      }
    }
    try check("--pace", pace, 0.5...200)
    try check("--noise", noise, 0...100)
    try check("--hand-noise", handNoise, 0...100)
    try check("--near", near, 0...300)
    try check("--haste", haste, 0.05...20)
    guard [1, 3, 5, 7, 9].contains(size) else {
      throw ValidationError("--size should be 1, 3, 5, 7 or 9")
    }
    guard (1...1000).contains(concurrency) else {
      throw ValidationError("--concurrency should be 1 to 1000")
    }
    guard server == nil || database == nil else {
      throw ValidationError("--database is for the server that is started; --server has its own")
    }
  }

  func run() async throws {
    let study = try PaintStudyFolder.read(design)
    let options = PaintSimulation.Options(
      subjects: subjects ?? study.subjects.count, seed: seed ?? study.seed,
      model: PainterModel(
        placing: placing, patch: size, pointsPerMinute: pace, noise: noise, handNoise: handNoise,
        near: near, haste: haste),
      concurrency: concurrency)
    let outcome: PaintSimulation.Outcome
    if let server {
      outcome = try await PaintSimulation(design, options: options).run(server: server)
    } else {
      outcome = try await PaintSimulation.run(
        design, database: database ?? design + "/" + PaintStudyFolder.simulatedFile,
        kit: network.kit(), options: options)
    }
    let learned = study.subjects.prefix(options.subjects).reduce(0) {
      $0 + $1.tasks.count { $0.kind == .training }
    }
    Console.result(
      "\(outcome.pictures) pictures painted by \(options.subjects) simulated painters, \(learned) of "
        + "them for training; \(outcome.points) points")
    if let median = outcome.latency(0.5), let most = outcome.latency(0.95) {
      Console.note(
        String(
          format: "%.1f s; a result took %.0f ms (median), %.0f ms (95 %%); %d requests sent again",
          outcome.elapsed, median, most, outcome.retries))
    }
    let log = database.map { ["--database", $0] } ?? []
    if server == nil { PaintStudyServe.tellNext(design, log) }
  }
}

extension OracleKind: ExpressibleByArgument {}
