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

  /// As the engine takes them.
  ///
  /// - Parameter threads: nil for all cores.
  func options(threads: Int? = nil) -> CompilationOptions {
    CompilationOptions(
      precision: precision, threads: threads ?? Threads.byDefault, planning: planning)
  }
}

extension CompilationOptions.Precision: ExpressibleByArgument {}
extension CompilationOptions.Planning: ExpressibleByArgument {}
