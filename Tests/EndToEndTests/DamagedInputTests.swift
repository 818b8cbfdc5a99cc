import Foundation
import Imaging
import Testing

/// Whatever is fed to it, the program ends with one clear error and the right code.
@Suite struct DamagedInputTests {
  @Test(arguments: DamagedPicture.all.map(\.name)) func pictures(_ name: String) throws {
    let damaged = try #require(DamagedPicture.all.first { $0.name == name })
    let scratch = try Scratch()
    try scratch.put(damaged.bytes, "in.png")
    try PNGFile.write(samplePicture(), to: scratch.file("good.png"))
    for arguments in [
      ["colorize", "in.png", "--method", "gray", "--output", "o.png"],
      ["measure", "good.png", "in.png"],
    ] {
      let outcome = try Program.start(arguments, in: scratch.path).wait()
      expectError(outcome, 65, "in.png")
      #expect(outcome.errorLines.count == 1)
    }
    #expect(!scratch.exists("o.png"))
  }

  @Test(
    arguments: [
      "", "\n\n", "1,2,3,4,5\n", "row,column\n", "row,column,size,a,b\n1,2,3,4\n",
      "row,column,size,a,b\n1,2,3,4,5,6\n", "row,column,size,a,b\n-1,2,3,4,5\n",
      "row,column,size,a,b\n1,99999999999999999999,3,4,5\n", "row,column,size,a,b\n64,2,3,4,5\n",
      "row,column,size,a,b\n1,2,2,4,5\n", "row,column,size,a,b\n1,2,9223372036854775807,4,5\n",
      "row,column,size,a,b\n1,2,3,nan,5\n", "row,column,size,a,b\n1,2,3,inf,5\n",
      "row,column,size,a,b\n1,2,3,1e400,5\n", "row,column,size,a,b\nrow,column,size,a,b\n",
      "row,column,size,a,b\n\"1,2,3,4,5\n", "row,column,size,a,b\n1,2,3,4,\"5\"6\n",
      "row,column,size,a,b\n1;2;3;4;5\n", "\0\0\0\0", "{\"row\": 1}\n",
    ])
  func hints(_ text: String) throws {
    let scratch = try Scratch()
    try PNGFile.write(samplePicture(), to: scratch.file("in.png"))
    try scratch.put(text, "hints.csv")
    let outcome = try scratch.run(
      "colorize", "in.png", "--method", "levin2004", "--hints", "hints.csv", "--size", "64",
      "--output", "o.png")
    expectError(outcome, 65, "hints.csv:")
    #expect(outcome.errorLines.count == 1 && !scratch.exists("o.png"))
  }

  @Test func hintsOfBytes() throws {
    let scratch = try Scratch()
    try PNGFile.write(samplePicture(), to: scratch.file("in.png"))
    try scratch.put((0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 73 &+ $0 / 7) }, "hints.csv")
    let outcome = try scratch.run(
      "colorize", "in.png", "--method", "gray", "--hints", "hints.csv", "--output", "o.png")
    expectError(outcome, 65, "hints.csv:1:")
  }

  @Test(
    arguments: [
      ("", "study.yaml:1: is empty"), ("- a\n", "study.yaml:1: should be"),
      (String(repeating: "[", count: 100_000), "study.yaml:1: is not YAML"),
      (String(repeating: "- ", count: 100_000), "study.yaml:1: is not YAML"),
      (String(repeating: "a:\n ", count: 5000), "study.yaml:"),
      (String(repeating: "{a: ", count: 100_000), "study.yaml:1: is not YAML"),
      (String(repeating: "? ", count: 100_000), "study.yaml:1: is not YAML"),
      (String(repeating: "x", count: 2 << 20), "is over 1 MB"),
      ("study: a\0b\n", "study.yaml:1: is not YAML"), ("study: a\n\tb: c\n", "study.yaml:2: "),
      ("study: &a [*a]\n", "alias"), ("%YAML 9.9\n---\na: b\n", "study.yaml:"),
      ("study: !!binary x\n", "study.yaml:1: version: is missing"),
      ("\u{FEFF}study: x\n", "version: is missing"), ("---\n...\n", "study.yaml:2: "),
      ("? [a]\n: b\n", "study.yaml:1: "), ("<<: [a]\n", "study.yaml:1: <<: unknown key"),
    ])
  func studies(_ text: String, _ said: String) throws { try expectRefused(text, said) }

  @Test func mistakesInStudiesAreNamedByLineAndKey() throws {
    for (old, new, said) in [
      ("size: 64", "sise: 64", "study.yaml:5: sise: unknown key; did you mean 'size'?"),
      ("points: [0, 1", "points: [7, 1", "study.yaml:10: points: should ascend"),
      ("patch: 7", "patch: 8", "study.yaml:11: patch: should be odd"),
      ("seed: 7", "seed: -7", "study.yaml:6: seed: should be a whole number at least 0"),
      ("[gray", "[grey", "study.yaml:8: methods[0]: unknown method 'grey'; did you mean 'gray'?"),
    ] {
      try expectRefused(tinyStudy.replacingOccurrences(of: old, with: new), said)
    }
  }

  /// Aliases that stand for 9¹¹ words, as values and as keys, also behind what looks like the start
  /// of a quotation or a comment and is none.
  @Test(
    arguments: [
      ("", "methods: *b11\n"), ("", "? *b11\n: x\n? *b10\n: y\n"), ("", "*b11 : x\n"),
      ("title: the so-called \"quote\n", "*b11 : x\n"), ("title: the 'quote\n", "*b11 : x\n"),
      ("title: |\n  \"\n", "*b11 : x\n"), ("title: \"\\\" # \"\n", "*b11 : x\n"),
    ])
  func aliasBombs(_ before: String, _ use: String) throws {
    var text = before + "b0: &b0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...11 {
      let row = Array(repeating: "*b\(level - 1)", count: 9).joined(separator: ", ")
      text += "b\(level): &b\(level) [\(row)]\n"
    }
    try expectRefused(text + use, "study.yaml:")
  }

  private func expectRefused(_ text: String, _ said: String) throws {
    let scratch = try Scratch()
    try scratch.put(text, "study.yaml")
    let validated = try scratch.run("validate", "study.yaml")
    expectError(validated, 65, said)
    #expect(validated.errorLines.allSatisfy { $0.hasPrefix("hintbench: error: study.yaml:") })
    guard validated.code == 65 else { return }
    expectError(try scratch.run("run", "study.yaml", "--output", "r"), 65, said)
    #expect(!scratch.exists("r"))
  }
}
