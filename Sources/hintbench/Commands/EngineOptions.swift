import ArgumentParser
import Experiments
import Foundation
import NeuralEngine

/// How a network is compiled, for the commands that measure it.
struct EngineOptions: ParsableArguments {
  @Option(help: "f32 or bf16.")
  var precision = CompilationOptions.Precision.float32

  @Option(help: "How algorithms are chosen: ruled, measured or direct.")
  var planning = CompilationOptions.Planning.measured

  @Option(help: "Threads (default: the cores).")
  var threads: Int?

  func validate() throws {
    if let threads, !(1...256).contains(threads) {
      throw ValidationError("--threads should be 1 to 256")
    }
  }

  /// As the engine takes them.
  var options: CompilationOptions { options(threads: threads) }

  /// The same with another number of threads.
  func options(threads: Int?) -> CompilationOptions {
    CompilationOptions(
      precision: precision, threads: threads ?? ProcessInfo.processInfo.activeProcessorCount,
      planning: planning)
  }
}

extension CompilationOptions.Precision: ExpressibleByArgument {}
extension CompilationOptions.Planning: ExpressibleByArgument {}
