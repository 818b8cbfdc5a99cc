import ArgumentParser
import Experiments

/// Joins shards.
struct Merge: ParsableCommand, QuietCommand {
  static let configuration = CommandConfiguration(
    abstract: "Join the shards of one run into a folder with tables and report.",
    discussion: "Fails, naming them, when units are in none of the shards.")

  @Argument(help: "The shards' run folders.")
  var runs: [String]

  @Option(help: "The folder to make.")
  var output: String

  @OptionGroup var quiet: QuietOption

  func run() throws {
    let folder = try RunMerger.merge(runs, into: output, environment: .current())
    let pictures = try PictureCollector.collect(runs, into: output)
    if pictures.copied > 0 { Console.note("Pictures: \(pictures.copied) copied") }
    if !pictures.missing.isEmpty {
      Console.note(
        "Note: no run has a picture of \(Console.some(of: pictures.missing)); "
          + "'hintbench run … --save-pictures' with the shard's own options makes it")
    }
    try Closing.write(folder)
  }
}
