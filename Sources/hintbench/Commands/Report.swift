import ArgumentParser
import Experiments

/// Writes a run's tables and report again.
struct Report: ParsableCommand, QuietCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write tables, figure and report of a finished run again.")

  @Argument(help: ArgumentHelp("A run's folder.", valueName: "run-dir"))
  var folder: String

  @OptionGroup var quiet: QuietOption

  func run() throws {
    _ = try Manifest.read(folder: folder)
    try Closing.write(RunFolder(path: folder))
  }
}
