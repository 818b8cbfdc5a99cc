import ArgumentParser
import Experiments

/// Lists methods.
struct Methods: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the methods: name, its state, what it is, its paper.")

  func run() {
    for entry in MethodCatalog.all {
      let state =
        entry.isBuilt ? (entry.needsWeights ? "needs --weights" : "ready") : "announced"
      Console.result("\(entry.name)\t\(state)\t\(entry.summary)\t\(entry.source)")
    }
  }
}
