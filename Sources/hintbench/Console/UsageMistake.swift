import ArgumentParser
import Foundation
import Prose

/// A mistake in a command line, told in the program's own form.
struct UsageMistake: Error {
  /// What is wrong, on one line.
  let message: String
  /// The command's usage, and where its help is.
  let usage: [String]

  /// Words a mistake that a command found when it ran.
  init(_ error: any Error, in command: any ParsableCommand.Type) {
    let path = Self.path(to: command, from: [HintBench.self]) ?? [HintBench.self]
    message = Self.sentence(HintBench.message(for: error))
    usage = ["Usage: " + HintBench.usageString(for: command), Self.help(path)]
  }

  /// Reads the parser's report: `Error: …`, sometimes `Help:  <name>  …`, and the usage.
  init(_ error: any Error) {
    let lines = HintBench.fullMessage(for: error).split(separator: "\n").map(String.init)
    let start = lines.firstIndex { $0.hasPrefix("Usage: ") } ?? lines.count
    usage = lines[start...].map { $0.trimmingCharacters(in: .whitespaces) }
    let sentence = Self.sentence(HintBench.message(for: error))
    let help = lines[..<start].first { $0.hasPrefix("Help:  ") }?.split(separator: "  ").last
    // Where the choices are named already, the help only repeats them.
    let isTold = sentence.contains("; give one of ")
    message = sentence + (isTold ? "" : help.map { ": " + Self.clause(String($0)) } ?? "")
  }

  private init(message: String, usage: [String]) {
    (self.message, self.usage) = (message, usage)
  }

  /// The first empty argument; nil where none is. Nothing can be named by it: a path of no letters
  /// would be the root of the file system as soon as a name is put behind it.
  static func emptyArgument(in arguments: ArraySlice<String>) -> UsageMistake? {
    guard let index = arguments.firstIndex(of: "") else { return nil }
    let before = index > arguments.startIndex ? arguments[index - 1] : ""
    let name = before.hasPrefix("--") ? "\(before): its value" : "argument \(index)"
    return UsageMistake(
      message: "\(name) is empty; was a variable of the shell not set?", usage: [])
  }

  /// The first subcommand that does not exist; nil where all do.
  ///
  /// A command with a default subcommand takes other words, too: there only a word counts that is
  /// near to a subcommand and names no file.
  static func unknownSubcommand(in arguments: ArraySlice<String>) -> UsageMistake? {
    var path: [any ParsableCommand.Type] = [HintBench.self]
    for argument in arguments where !(path.count == 1 && argument == "help") {
      guard let command = path.last, !argument.hasPrefix("-") else { return nil }
      let configuration = command.configuration
      if configuration.subcommands.isEmpty { return nil }
      let names = configuration.subcommands.map { $0._commandName }
      if let index = names.firstIndex(of: argument) {
        path.append(configuration.subcommands[index])
        continue
      }
      var what = "unknown subcommand '\(argument)'"
      if configuration.defaultSubcommand != nil {
        let isFile = FileManager.default.fileExists(atPath: argument)
        if isFile || NameSuggestion.nearest(to: argument, in: names) == nil { return nil }
        what = "'\(argument)' is no subcommand, file or folder"
      }
      return UsageMistake(
        message: what + NameSuggestion.hint(for: argument, in: names),
        usage: ["Usage: \(written(path)) <subcommand>", help(path)])
    }
    return nil
  }

  /// The commands on the way down to one; nil where it is not below.
  private static func path(
    to command: any ParsableCommand.Type, from path: [any ParsableCommand.Type]
  ) -> [any ParsableCommand.Type]? {
    if path.last == command { return path }
    let below = path.last?.configuration.subcommands ?? []
    return below.lazy.compactMap { Self.path(to: command, from: path + [$0]) }.first
  }

  private static func written(_ path: [any ParsableCommand.Type]) -> String {
    path.map { $0._commandName }.joined(separator: " ")
  }

  private static func help(_ path: [any ParsableCommand.Type]) -> String {
    "See '\(written(path)) --help' for more information."
  }

  /// The parser's sentences as one line: `Unknown option '--x'. Did you mean '--y'?` becomes
  /// `unknown option '--x'; did you mean '--y'?`.
  private static func sentence(_ text: String) -> String {
    var text = text.replacingOccurrences(of: "'. Did you mean", with: "'; did you mean")
    if let offer = text.range(of: ". Please provide one of") {
      let choices = text[offer.upperBound...]
        .replacingOccurrences(of: " the following:\n  - ", with: " ")
        .replacingOccurrences(of: "\n  - ", with: ", ")
      text = text[..<offer.lowerBound] + "; give one of" + choices
    }
    return clause(text.split(separator: "\n").joined(separator: " "))
  }

  /// A sentence as a part of another: without its capital, unless a name begins it, and its stop.
  private static func clause(_ text: String) -> String {
    let text = text.hasSuffix(".") ? text.dropLast() : text[...]
    guard let second = text.dropFirst().first, !second.isUppercase else { return String(text) }
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
