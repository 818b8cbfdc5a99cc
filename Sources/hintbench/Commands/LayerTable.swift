import Foundation
import NeuralEngine

/// The time of every layer of a network, and how near it is to what the machine could do.
struct LayerTable {
  private let steps: [ProfiledStep]
  private let threads: Int
  private let total: Double
  private let peak: Double

  /// The least time of each step over a few runs.
  init(_ context: NetworkContext, runs: Int) throws {
    var best = try context.profile()
    for _ in 0..<max(4, runs) {
      let again = try context.profile()
      best = zip(best, again).map { $0.seconds < $1.seconds ? $0 : $1 }
    }
    steps = best
    threads = context.graph.options.threads
    total = best.reduce(0) { $0 + $1.seconds }
    peak = Peak.operationsPerSecond(threads: threads)
  }

  /// CSV: layer,algorithm,milliseconds,gflops,share_of_time,share_of_peak.
  func print() {
    Console.result("layer,algorithm,milliseconds,gflops,share_of_time,share_of_peak")
    for step in steps { row(step.layer, step.algorithm, step.operations, step.seconds) }
    let operations = steps.reduce(0) { $0 + $1.operations }
    row("all", String(format: "%.1f GFLOP", operations / 1e9), operations, total)
    Console.result(String(format: "peak,in registers,,%.0f,,", peak / 1e9))
  }

  private func row(_ layer: String, _ algorithm: String, _ operations: Double, _ seconds: Double) {
    let rate = operations / seconds
    let speed = operations > 0 ? String(format: "%.0f", rate / 1e9) : ""
    let ofPeak = operations > 0 && peak > 0 ? String(format: "%.0f %%", 100 * rate / peak) : ""
    Console.result(
      "\(layer),\"\(algorithm)\",\(String(format: "%.2f", seconds * 1e3)),\(speed),"
        + String(format: "%.1f %%", 100 * seconds / total) + ",\(ofPeak)")
  }
}
