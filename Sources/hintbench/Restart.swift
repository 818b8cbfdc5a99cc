import Experiments
import Foundation

/// Starts the process again where OpenBLAS was loaded with kernels that do not suit the processor.
///
/// The process stays the same one to whoever started it: number, files, signals and exit code.
enum Restart {
  /// Returns where nothing is to be done, and where it cannot be: then the kernels stay.
  static func withBetterKernels() {
    let kernels = BLASKernels.current()
    if kernels.isUsersChoice, !kernels.canRun, let warning = kernels.warning {
      Console.line("hintbench: warning: \(warning)")
    }
    // The mark of a restart is never set twice, so that there is one at most.
    guard let better = kernels.better, !kernels.isUsersChoice,
      getenv(BLASKernels.replacedVariable) == nil
    else { return }
    setenv(BLASKernels.variable, better, 1)
    setenv(BLASKernels.replacedVariable, kernels.name, 1)
    // By its path, so that lists of processes show the name; the link leads to a moved program, too.
    let link = "/proc/self/exe"
    let path = try? FileManager.default.destinationOfSymbolicLink(atPath: link)
    for program in [path ?? link, link] { execv(program, CommandLine.unsafeArgv) }
    unsetenv(BLASKernels.variable)
    unsetenv(BLASKernels.replacedVariable)
  }
}
