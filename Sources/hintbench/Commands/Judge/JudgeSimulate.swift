import ArgumentParser
import Files
import Foundation
import PerceptualAnalysis
import PerceptualStudy
import Prose
import StudyServer

/// Lets simulated judges take part in a study.
struct JudgeSimulate: AsyncParsableCommand, QuietCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Let simulated judges take part in a study, through the server's own interface.",
    discussion: """
      With DIR alone a server is started for the occasion. With --server the judges go to that one; \
      DIR must then be the design that it serves, for a server tells nobody which picture is real: \
      simulated judges recognize the pictures. A method's fooling rate is --rates' or else the \
      design's published one or else 0.3. The judges' names begin with 'simulated-', in the file and \
      in the server's database, and 'judge analyze' tells that no person judged.
      """)

  @Argument(help: "A design's folder.")
  var folder: String?

  @Option(help: "The design's folder, where it is not given as DIR.")
  var design: String?

  @Option(help: "A server's address, such as http://127.0.0.1:8080.")
  var server: String?

  @Option(help: "How many judges.")
  var judges: Int

  @Option(help: "Where to write the answers, as CSV.")
  var output: String

  @Option(parsing: .upToNextOption, help: "Fooling rates of methods, as NAME=RATE.")
  var rates: [String] = []

  @Option(help: "Drives every answer (default: the design's seed).")
  var seed: UInt64?

  @Option(help: "Judges at a time.")
  var concurrency = 64

  @Option(help: "Share of a person's time that a trial takes: 1 is real time, 0 none.")
  var pace = 0.0

  @Option(help: "Standard deviation of judges, on the logit scale.")
  var judgeSD = 0.5

  @Option(help: "Standard deviation of images, on the logit scale.")
  var imageSD = 0.5

  @Option(help: "Liking for the answer 'first', on the logit scale.")
  var bias = 0.0

  @Option(help: "Share of trials answered without having looked.")
  var lapse = 0.0

  @Option(help: "Seconds that a silent server is tried again.")
  var patience = 30.0

  @Flag(help: "Load every picture, as a page does.")
  var pictures = false

  @OptionGroup var quiet: QuietOption

  func validate() throws {
    guard (folder == nil) != (design == nil) else {
      throw ValidationError(
        "name the design's folder once, as DIR or with --design: judges of a --server need it too, "
          + "to recognize the pictures")
    }
    guard (1...100_000).contains(judges) else {
      throw ValidationError("--judges should be 1 to 100000")
    }
    guard (1...10_000).contains(concurrency) else {
      throw ValidationError("--concurrency should be 1 to 10000")
    }
    guard (0...10).contains(pace) else { throw ValidationError("--pace should be 0 to 10") }
    guard (0...1).contains(lapse) else { throw ValidationError("--lapse should be 0 to 1") }
    guard (0...10).contains(judgeSD), (0...10).contains(imageSD), (-10...10).contains(bias) else {
      throw ValidationError("--judge-sd and --image-sd should be 0 to 10, --bias -10 to 10")
    }
    guard (0...86_400).contains(patience) else {
      throw ValidationError("--patience should be 0 to 86400 seconds")
    }
    _ = try MethodRates.parse(rates)
  }

  func run() async throws {
    let folder = folder ?? design ?? ""
    let study = try DesignFolder.read(folder)
    let wished = try MethodRates.parse(rates)
    let known = study.methods.map(\.name)
    if let unknown = wished.keys.sorted().first(where: { !known.contains($0) }) {
      throw StudyServerError.invalid(
        option: "--rates",
        explanation: "names '\(unknown)', which is no method of the design"
          + NameSuggestion.hint(for: unknown, in: known))
    }
    let rates = Dictionary(
      study.methods.map { ($0.name, wished[$0.name] ?? $0.publishedRate ?? 0.3) },
      uniquingKeysWith: { first, _ in first })
    let options = SimulationOptions(
      judges: judges, seed: seed ?? study.seed,
      population: JudgePopulation(
        rates: rates, judgeSD: judgeSD, imageSD: imageSD, bias: bias, lapse: lapse),
      concurrency: concurrency, pace: pace, loadsPictures: pictures, patience: patience)
    let outcome =
      if let server {
        try await StudySimulation(design: folder, options: options).run(server: server)
      } else {
        try await StudySimulation.run(folder: folder, options: options)
      }
    try write(outcome)
  }

  private func write(_ outcome: SimulationOutcome) throws {
    try AnswersFile.write(outcome.judgements, to: output)
    let tell = OutputFile.isStandardOutput(output) ? Console.note : Console.result
    tell("\(outcome.judgements.count) answers: \(output)")
    defer { NextSteps.tell([JudgeAnalyze.command(answers: output, design: folder ?? design)]) }
    guard let median = outcome.latency(0.5), let most = outcome.latency(0.99),
      let slowest = outcome.latency(1)
    else { return }
    Console.note(
      String(
        format: "%.1f s; an answer took %.1f ms (median), %.1f ms (99 %%), %.1f ms (slowest); %d "
          + "requests sent again", outcome.elapsed, median, most, slowest, outcome.retries))
  }
}
