import ArgumentParser
import Foundation
import PaintServer
import PaintStudy
import Prose

/// Renders sessions anew from their events.
struct PaintReplay: ParsableCommand, QuietCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Render painting sessions anew from their events, with any method or weights.",
    discussion: """
      SOURCE is a design's folder, or the database of 'hintbench paint' (then --images names the \
      folder that was painted from; pictures that painters brought are in the database). The pictures \
      and replay.csv go into the output folder.
      """)

  @Argument(help: "A design's folder, or a database.")
  var source: String

  @Option(help: "The database of a design's folder, where it is another than the usual one.")
  var database: String?

  @Option(help: "The folder of pictures that was painted from, for a database.")
  var images: String?

  @Option(help: "Only this subject, or this number of a session.")
  var session: String?

  @Option(help: "Render with this method instead; see 'hintbench methods'.")
  var method: String?

  @OptionGroup var network: NetworkOptions

  @Flag(help: "Render the result of every event, not only the last.")
  var steps = false

  @Flag(help: "Render at the pictures' own size instead of 256 by 256.")
  var fullSize = false

  @Option(help: "The folder to write into.")
  var output: String

  @OptionGroup var quiet: QuietOption

  func run() throws {
    let options = PaintingReplay.Options(
      method: method, rendersSteps: steps, isFullSize: fullSize, painter: session)
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: source, isDirectory: &isFolder)
    if isFolder.boolValue {
      let records = try StudyRecords(source, database: database)
      try tell(PaintingReplay(records).write(into: output, kit: network.kit(), options: options))
    } else {
      let log = try PaintingLog(existing: source)
      defer { log.close() }
      let replay = try PaintingReplay(log: log, images: images)
      try tell(replay.write(into: output, kit: network.kit(), options: options))
    }
  }

  /// Pictures left out that are named one by one.
  private static let named = 12

  private func tell(_ report: PaintingReplay.Report) {
    for item in report.missing.prefix(Self.named) {
      Console.note("Left out: \(item.onOneLine) is not at hand; name its folder with --images")
    }
    if report.missing.count > Self.named {
      Console.note("Left out: \(report.missing.count - Self.named) more that are not at hand")
    }
    let (results, pictures) = (report.results, report.paintings)
    Console.result(
      "\(results) \(results == 1 ? "result" : "results") of \(pictures) "
        + "\(pictures == 1 ? "picture" : "pictures"): \(output)/replay.csv")
  }
}
