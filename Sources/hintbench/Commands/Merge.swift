import ArgumentParser
import Experiments

/// Joins shards.
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Join the shards of one run into a folder with tables and report.",
    discussion: "Fails, naming them, when units are in none of the shards.")

  @Argument(help: "The shards' run folders.")
  var runs: [String]

  @Option(help: "The folder to make.")
  var output: String

  func run() throws {
    try Closing.write(RunMerger.merge(runs, into: output, environment: .current()))
  }
}
