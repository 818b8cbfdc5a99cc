import ArgumentParser
import Experiments
import Foundation

/// The process: threads, the command, and how its errors are told.
@main
enum Main {
  static func main() async {
    if let mistake = ArgumentEncoding() { Ending.end(with: mistake) }
    Restart.withBetterKernels()
    Threads.keepLibrariesSingleThreaded()
    var running: (any ParsableCommand.Type)?
    do {
      let arguments = CommandLine.arguments.dropFirst()
      if let mistake = UsageMistake.emptyArgument(in: arguments) { throw mistake }
      if let mistake = UsageMistake.unknownSubcommand(in: arguments) { throw mistake }
      var command = try HintBench.parseAsRoot()
      if let command = command as? any QuietCommand, command.quiet.isOn { Console.silence() }
      running = type(of: command)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      Ending.end(with: error, in: running)
    }
  }
}
