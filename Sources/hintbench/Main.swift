import ArgumentParser
import Experiments
import Foundation

/// The process: threads, the command, and how its errors are told.
@main
enum Main {
  static func main() async {
    restartWithBetterKernels()
    Threads.keepLibrariesSingleThreaded()
    do {
      var command = try HintBench.parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      guard let code = exitCode(for: error) else { HintBench.exit(withError: error) }
      Console.error(describe(error))
      exit(code)
    }
  }

  /// OpenBLAS reads its kernels' name once, when it is loaded; where it does not know the processor
  /// the process starts itself again with a better name.
  private static func restartWithBetterKernels() {
    guard let better = Threads.betterKernels, getenv(better.variable) == nil else { return }
    setenv(better.variable, better.value, 1)
    var arguments: [UnsafeMutablePointer<CChar>?] = CommandLine.arguments.map { strdup($0) } + [nil]
    execv("/proc/self/exe", &arguments)
    // Only a failed exec returns: then the slower kernels do.
  }
}
