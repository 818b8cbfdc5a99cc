import ArgumentParser
import Experiments
import Foundation
import NeuralEngine

/// How a network is compiled, for the commands that measure it.
struct EngineOptions: ParsableArguments {
  @OptionGroup var precision: PrecisionOption

  @Option(help: "How algorithms are chosen: ruled, measured or direct.")
  var planning = CompilationOptions.Planning.measured

  /// As the engine takes them.
  ///
  /// - Parameter threads: nil for all cores.
  func options(threads: Int? = nil) -> CompilationOptions {
    CompilationOptions(
      precision: precision.resolved, threads: threads ?? Threads.byDefault, planning: planning)
  }
}

/// What numbers a network computes with.
struct PrecisionOption: ParsableArguments {
  @Option(
    name: .customLong("precision"),
    help: "f32, bf16, or auto: bf16 where the processor has matrix units for it.")
  var choice = CompilationOptions.PrecisionChoice.float32

  var resolved: CompilationOptions.Precision { choice.resolved }
}

extension CompilationOptions.PrecisionChoice: ExpressibleByArgument {}
extension CompilationOptions.Planning: ExpressibleByArgument {}
