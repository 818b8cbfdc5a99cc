import ArgumentParser

/// `--quiet`, for commands that tell on standard error what they do: see ``QuietCommand``.
struct QuietOption: ParsableArguments {
  @Flag(
    name: .customLong("quiet"), help: "No notes and no progress on standard error; errors stay.")
  var isOn = false
}

/// A command with `--quiet`; ``Main`` silences ``Console/note(_:)`` before it runs.
///
///     struct Train: AsyncParsableCommand, QuietCommand {
///       @OptionGroup var quiet: QuietOption
protocol QuietCommand: ParsableCommand {
  /// Whether notes and progress are left out.
  var quiet: QuietOption { get }
}

/// `--json`, for commands whose results are read by programs, too.
///
///     @OptionGroup var json: JSONOption
///     …
///     if json.isOn { return try Console.json(rows) }
struct JSONOption: ParsableArguments {
  @Flag(
    name: .customLong("json"), help: "Print the results as JSON, the keys of objects sorted.")
  var isOn = false
}
