import ArgumentParser
import Foundation
import PerceptualAnalysis
import PerceptualStudy
import StudyServer

/// Serves a study to judges.
struct JudgeServe: AsyncParsableCommand, QuietCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve a real-vs-fake study to judges, in their browsers.",
    discussion: """
      DIR is a folder of 'hintbench judge design'. Answers go into an SQLite database, each stored for \
      good before it is acknowledged; the same command goes on with it. Without --public only this \
      machine is served: put a web server with TLS in front and name its address with --origin.
      """)

  @Argument(help: "A design's folder.")
  var design: String

  @Option(help: "The port to listen on; 0 for any free one.")
  var port = 8080

  @Option(help: "The database (default: judgements.sqlite in the design's folder).")
  var database: String?

  @Flag(name: .customLong("public"), help: "Let other machines connect, too.")
  var isPublic = false

  @Option(help: "The address that judges use, such as https://study.example.org.")
  var origin: String?

  @Option(help: "Usable judges wanted in each cell of the design.")
  var rounds = 1

  @Option(help: "Minutes without an answer after which a judge no longer holds a cell.")
  var cutoff = 60

  @Option(help: "The completion code (default: a random one, kept in the database).")
  var completionCode: String?

  @Flag(help: "Let in only judges whom Prolific or MTurk sent, by the address's parameters.")
  var requireWorker = false

  @OptionGroup var quiet: QuietOption

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("--port should be 0 to 65535") }
    guard (1...1000).contains(rounds) else { throw ValidationError("--rounds should be 1 to 1000") }
    guard (1...10_080).contains(cutoff) else {
      throw ValidationError("--cutoff should be 1 to 10080 minutes")
    }
    if let origin {
      let url = URL(string: origin)
      guard let url, ["http", "https"].contains(url.scheme), url.host != nil, url.path.isEmpty
      else {
        throw ValidationError("--origin should be like https://study.example.org, without a path")
      }
    }
    if let completionCode {
      let isPlain = completionCode.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      guard isPlain, (1...32).contains(completionCode.count) else {
        throw ValidationError("--completion-code should be 1 to 32 letters and digits")
      }
    }
  }

  func run() async throws {
    let options = ServerOptions(
      port: port, isPublic: isPublic, origin: origin, database: database, rounds: rounds,
      cutoffMinutes: cutoff, completionCode: completionCode, isWorkerRequired: requireWorker)
    let server = try StudyServer(design, options: options)
    let design = server.design
    Console.note(
      "\(design.title): \(design.schedules.count) cells, \(design.pictures.count) images; answers "
        + "into \(server.database.path)")
    try warnOfLittlePower(design)
    let task = Task {
      try await server.run { port in
        Console.result("Judges: \(server.address(port: port))/")
        Console.result("Experimenter: \(server.experimenterAddress(port: port))")
      }
    }
    let interrupts = Interrupts(cancelling: task)
    defer { interrupts.stop() }
    try await task.value
  }

  /// Studies simulated to see whether a study is worth its judges.
  private static let simulations = 200

  /// Says which published differences the study is too small for.
  private func warnOfLittlePower(_ design: StudyDesign) throws {
    let published = design.methods.compactMap { method in
      method.publishedRate.map { (method.name, $0) }
    }
    guard published.count == design.methods.count, published.count > 1 else { return }
    let estimate = try PowerEstimate(
      design: design,
      population: JudgePopulation(
        rates: Dictionary(published, uniquingKeysWith: { first, _ in first })),
      judges: rounds * design.schedules.count, simulations: Self.simulations)
    for pair in estimate.pairs where pair.isUnderPowered {
      Console.note(
        "Warning: \(estimate.judges) judges tell \(pair.methodA) from \(pair.methodB) in "
          + String(format: "%.0f %% of studies at their published rates, ", 100 * pair.power)
          + "less than 80 %; 'hintbench judge power' says how many judges it needs.")
    }
  }
}
