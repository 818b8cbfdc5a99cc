import ArgumentParser

/// Timings, measured side by side and never asserted in tests.
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure speed on this machine.",
    subcommands: [
      BenchForward.self, BenchAffinity.self, BenchNetwork.self, BenchLevin.self,
      BenchTraining.self, BenchPipeline.self,
    ])
}
