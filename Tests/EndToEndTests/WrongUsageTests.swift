import Foundation
import Imaging
import Testing

/// Mistakes in a command line: one form, the usage, and what was probably meant.
@Suite struct WrongUsageTests {
  private static let mistakes: [(line: String, message: String, command: String)] = [
    ("mesure", "unknown subcommand 'mesure'; did you mean 'measure'?", "hintbench"),
    ("help rum", "unknown subcommand 'rum'; did you mean 'run'?", "hintbench"),
    (
      "judge desing x --output y", "unknown subcommand 'desing'; did you mean 'design'?",
      "hintbench judge"
    ),
    (
      "paint serv x", "'serv' is no subcommand, file or folder; did you mean 'serve'?",
      "hintbench paint"
    ),
    (
      "weights convert a b --suggestion-rule x",
      "the value 'x' is invalid for '--suggestion-rule <suggestion-rule>'",
      "hintbench weights convert"
    ),
    (
      "weights frobnicate", "unknown subcommand 'frobnicate'; known: inspect, convert, check",
      "hintbench weights"
    ),
    (
      "run", "missing expected argument '<study>': a study file, or the name of one in Studies/",
      "hintbench run"
    ),
    ("run tiny.yaml --jbos 3", "unknown option '--jbos'; did you mean '--jobs'?", "hintbench run"),
    ("run tiny.yaml --jobs 0", "--jobs should be at least 1", "hintbench run"),
    (
      "run tiny.yaml --seed x",
      "the value 'x' is invalid for '--seed <seed>': replace the study's seed",
      "hintbench run"
    ),
    (
      "run tiny.yaml --limit", "missing value for '--limit <limit>'", "hintbench run"
    ),
    ("measure a.png b.png c.png", "unexpected argument 'c.png'", "hintbench measure"),
    (
      "colorize in.png --method gray --saturation 0.5 --output o.png",
      "--histogram-from and --saturation are for --method affinity-global-hints or global-hints, not for "
        + "gray",
      "hintbench colorize"
    ),
  ]

  @Test(arguments: mistakes.map(\.line)) func wrongUsage(_ line: String) throws {
    let mistake = try #require(Self.mistakes.first { $0.line == line })
    let scratch = try Scratch.withStudies()
    let outcome = try scratch.command(line)
    #expect(outcome.code == 64 && outcome.output.isEmpty)
    let lines = outcome.errorLines
    #expect(lines.first?.hasPrefix("hintbench: error: \(mistake.message)") == true, "\(lines)")
    #expect(lines.dropFirst().first?.hasPrefix("Usage: \(mistake.command) ") == true, "\(lines)")
    #expect(lines.last ?? "" == "See '\(mistake.command) --help' for more information.")
    #expect(lines.filter { $0.hasPrefix("hintbench: error: ") }.count == 1)
  }

  @Test(
    arguments: [
      ("Gray", "did you mean 'gray'?"), ("levin", "did you mean 'levin2004'?"),
      ("local-hint", "did you mean 'local-hints'?"), ("lokal_hints", "did you mean 'local-hints'?"),
      ("affinity-hint", "did you mean 'affinity-hints'?"),
      ("waves", "known: gray, levin2004, levin2004-ab, automatic, local-hints, affinity-automatic"),
    ])
  func unknownMethods(_ name: String, _ hint: String) throws {
    let scratch = try Scratch()
    try PNGFile.write(samplePicture(), to: scratch.file("in.png"))
    let outcome = try scratch.command("colorize in.png --method \(name) --output o.png")
    expectError(outcome, 64, "unknown method '\(name)'; \(hint)")
    #expect(outcome.errorLines.count == 1 && !scratch.exists("o.png"))
  }

  @Test func unknownNamesInAStudyFile() throws {
    let scratch = try Scratch()
    try scratch.put(
      tinyStudy.replacing("[gray,", with: "[lokal-hints,").replacing("[random", with: "[randon")
        .replacing("ssim", with: "smim"), "t.yaml")
    let outcome = try scratch.command("run t.yaml")
    expectError(
      outcome, 65,
      "t.yaml:8: methods[0]: unknown method 'lokal-hints'; did you mean 'local-hints'?",
      "t.yaml:9: oracles[0]: unknown oracle 'randon'; did you mean 'random'?",
      "t.yaml:12: metrics[1]: unknown metric 'smim'; did you mean 'ssim'?")
    #expect(outcome.errorLines.count == 3)
  }

  @Test func unknownStudies() throws {
    let scratch = try Scratch()
    try scratch.makeFolder("Studies")
    try scratch.put(tinyStudy, "Studies/tiny.yaml")
    for command in ["run", "validate", "train"] {
      expectError(
        try scratch.command("\(command) tinny"), 66,
        "'tinny': no such study; did you mean 'tiny'?")
      expectError(
        try scratch.command("\(command) Studies/tinny.yaml"), 66,
        "Studies/tinny.yaml: no such study; did you mean 'Studies/tiny.yaml'?")
      expectError(
        try scratch.command("\(command) Studies/else.yaml"), 66,
        "Studies/else.yaml: no such file or folder")
    }
    expectError(try scratch.command("run frobnicate"), 66, "no such study; known: tiny")
  }

  /// As from `--output "$OUT"` where OUT is not set.
  @Test(
    arguments: [
      (["run", "tiny.yaml", "--output", ""], "--output: its value is empty"),
      (["run", ""], "argument 2 is empty"), (["report", ""], "argument 2 is empty"),
    ])
  func emptyArguments(_ arguments: [String], _ message: String) throws {
    let scratch = try Scratch.withStudies()
    let outcome = try Program.start(arguments, in: scratch.path).wait()
    expectError(outcome, 64, "\(message); was a variable of the shell not set?")
    #expect(outcome.errorLines.count == 1 && !scratch.exists("Runs"))
  }

  @Test func controlCharactersDoNotReachTheTerminal() throws {
    let scratch = try Scratch()
    let outcome = try scratch.run("run", "a\u{1B}[31m\u{7}b.yaml")
    expectError(outcome, 66, "a?[31m?b.yaml: no such file or folder")
    #expect(!outcome.errors.contains("\u{1B}"))
  }
}
