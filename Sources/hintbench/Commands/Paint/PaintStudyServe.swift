import ArgumentParser
import Foundation
import PaintServer
import PaintStudy

/// Serves a painting study to subjects.
struct PaintStudyServe: AsyncParsableCommand, QuietCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Let subjects of a painting study paint, in their browsers.",
    discussion: """
      DIR is a folder of 'hintbench paint design'. Each subject gets the next plan of the design: \
      consent, training, then one picture after the other against a countdown; the result is saved \
      when the time is up. Everything done is on the disk before it is acknowledged; the same command \
      goes on with it. Only grey pictures leave the server, under names that tell nothing. \
      ?subject=7 after the address asks for the seventh plan.
      """)

  @Argument(help: "A design's folder.")
  var design: String

  @OptionGroup var network: NetworkOptions

  @Option(help: "The port to listen on; 0 for any free one.")
  var port = 8080

  @Option(help: "The database (default: paintings.sqlite in the design's folder).")
  var database: String?

  @Flag(name: .customLong("public"), help: "Let other machines connect, too; they need the token.")
  var isPublic = false

  @Option(help: "The address that subjects use, such as https://study.example.org.")
  var origin: String?

  @Option(help: "Subjects wanted for each plan of the design.")
  var rounds = 1

  @OptionGroup var quiet: QuietOption

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("--port should be 0 to 65535") }
    guard (1...1000).contains(rounds) else { throw ValidationError("--rounds should be 1 to 1000") }
    guard !network.hasGlobalHints else {
      throw ValidationError("--histogram-from and --saturation do not belong to a painting study")
    }
    if let origin {
      let url = URL(string: origin)
      guard let url, ["http", "https"].contains(url.scheme), url.host != nil, url.path.isEmpty
      else {
        throw ValidationError("--origin should be like https://study.example.org, without a path")
      }
    }
  }

  func run() async throws {
    let study = try StudyPainting(design, rounds: rounds)
    let log = database.map { ["--database", $0] } ?? []
    let database = database ?? design + "/" + PaintStudyFolder.databaseFile
    let server = try study.server(
      kit: network.kit(),
      options: PaintServerOptions(
        port: port, isPublic: isPublic, origin: origin, database: database))
    Console.note(
      "\(study.design.title): \(study.design.subjects.count) plans; events into \(database)")
    let task = Task {
      try await server.run { port in
        if let address = try? server.address(port: port) { Console.result("Subjects: \(address)") }
      }
    }
    let interrupts = Interrupts(cancelling: task)
    defer { interrupts.stop() }
    try await task.value
    Self.tellNext(design, log)
  }

  /// What comes when the pictures are painted.
  static func tellNext(_ design: String, _ log: [String]) {
    NextSteps.tell([
      ["paint", "export", design] + log + ["--output", design + "-results"],
      ["paint", "analyze", design] + log + ["--output", design + "-painting"],
    ])
  }
}
