import ArgumentParser
import Experiments

/// Lists methods.
struct Methods: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the methods: name, whether this build has it, what it is, its paper.")

  func run() {
    for entry in MethodCatalog.all {
      let state = entry.make == nil ? "announced" : "ready"
      Console.result("\(entry.name)\t\(state)\t\(entry.summary)\t\(entry.source)")
    }
  }
}
