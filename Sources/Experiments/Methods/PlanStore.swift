import Foundation
import NeuralEngine

/// Where measured plans are kept: `$XDG_CACHE_HOME/hintbench`, or `~/.cache/hintbench`.
public enum PlanStore {
  /// The plans for this processor, these libraries and this number of threads.
  public static func plans(for options: CompilationOptions) -> PlanCache {
    let environment = ProcessInfo.processInfo.environment
    let cache =
      environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? NSHomeDirectory() + "/.cache"
    let machine = [
      Environment.cpuModel() ?? "unknown", EngineProcessor.instructionSet,
      "oneDNN \(EngineProcessor.oneDNNVersion)", "\(options.threads) threads",
    ].joined(separator: ", ")
    return PlanCache(
      path: "\(cache)/hintbench/plans-\(options.threads).json", machine: machine)
  }
}
