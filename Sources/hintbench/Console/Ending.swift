import ArgumentParser
import Experiments
import Foundation

/// How the process ends with an error: one form for the package's errors and for wrong usage.
///
/// Every mistake is one line, `hintbench: error: WHERE: what is wrong; what to do`. After wrong usage
/// follow the command's usage and where its help is.
enum Ending {
  /// An error that nobody has explained is our own fault.
  private static let unexplained: Int32 = 70

  /// Tells an error and ends the process with its exit code, as in sysexits.h.
  ///
  /// - Parameter command: what was running; nil while the command line was read.
  static func end(with error: any Error, in command: (any ParsableCommand.Type)? = nil) -> Never {
    if let code = exitCode(for: error) {
      Console.error(describe(error))
      exit(code)
    }
    if let mistake = error as? UsageMistake { end(with: mistake) }
    switch HintBench.exitCode(for: error) {
    case .validationFailure:
      end(with: command.map { UsageMistake(error, in: $0) } ?? UsageMistake(error))
    // Whatever is wrong while the command line is read is wrong with it.
    case .failure where command == nil: end(with: UsageMistake(error))
    case .failure where !(error is ExitCode):
      Console.error(HintBench.message(for: error))
      exit(unexplained)
    // Help and versions are no errors; whoever throws a bare exit code has told why.
    default: HintBench.exit(withError: error)
    }
  }

  private static func end(with mistake: UsageMistake) -> Never {
    Console.error(mistake.message)
    for line in mistake.usage { Console.line(line) }
    exit(ExitCode.validationFailure.rawValue)
  }
}
