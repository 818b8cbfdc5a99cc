import Foundation
import Imaging
import Testing

/// Exit codes: 64 wrong usage, 65 bad data, 66 missing input, 74 input or output.
@Suite struct ExitCodeTests {
  @Test(
    arguments: [
      "frobnicate", "run", "run tiny.yaml --jobs 0", "run tiny.yaml --jobs many",
      "run tiny.yaml --limit 0", "run tiny.yaml --limit -1", "run tiny.yaml --seed -1",
      "run tiny.yaml --nothing", "run tiny.yaml extra", "run tiny.yaml --output",
      "colorize", "colorize in.png", "colorize in.png --method gray",
      "colorize in.png --method gray --output o.png --size 15",
      "colorize in.png --method gray --output o.png --size 5000",
      "colorize in.png --method gray --output o.png --size big", "measure in.png", "merge",
      "merge a b", "scenes --count 0 --output s", "scenes --count 1 --output s --size 8",
      "scenes --count 1", "bench levin --points 0", "report",
    ])
  func wrongUsage(_ command: String) throws {
    let scratch = try Scratch.withStudies()
    try PNGFile.write(samplePicture(), to: scratch.file("in.png"))
    let arguments = command.split(separator: " ").map(String.init)
    let outcome = try Program.start(arguments, in: scratch.path).wait()
    #expect(outcome.code == 64 && outcome.signal == nil)
    #expect(outcome.errors.contains("Usage: hintbench") && outcome.output.isEmpty)
    #expect(!scratch.exists("Runs") && !scratch.exists("o.png") && !scratch.exists("s"))
  }

  @Test(arguments: ["0/4", "5/4", "x", "1/2/3"]) func wrongShards(_ shard: String) throws {
    let scratch = try Scratch.withStudies()
    let outcome = try scratch.run("run", "tiny.yaml", "--output", "r", "--shard", shard)
    expectError(outcome, 64, "should be I/N with I from 1 to N")
    #expect(!scratch.exists("r"))
  }

  @Test(arguments: ["Gray", "levin", "local-hint"]) func unknownMethods(_ name: String) throws {
    let scratch = try Scratch()
    try PNGFile.write(samplePicture(), to: scratch.file("in.png"))
    expectError(
      try scratch.run("colorize", "in.png", "--method", name, "--output", "o.png"), 64,
      "unknown method '\(name)'")
  }

  @Test(
    arguments: [
      "run none.yaml", "run none", "validate none.yaml", "run tiny.yaml --images none --output r",
      "colorize none.png --method gray --output o.png", "measure none.png in.png",
      "measure in.png none.png", "report none", "merge none --output x",
      "colorize in.png --method gray --output o.png --hints none.csv",
    ])
  func missingInput(_ command: String) throws {
    let scratch = try Scratch.withStudies()
    try PNGFile.write(samplePicture(), to: scratch.file("in.png"))
    let arguments = command.split(separator: " ").map(String.init)
    let outcome = try Program.start(arguments, in: scratch.path).wait()
    expectError(outcome, 66, "none")
    #expect(outcome.errorLines.count == 1)
  }

  @Test(
    arguments: [
      "run tiny.yaml --output blocked/r", "run tiny.yaml --output blocked",
      "run tiny.yaml --output /proc/hintbench", "colorize in.png --method gray --output none/o.png",
      "colorize in.png --method gray --output folder", "scenes --count 1 --output blocked",
      "colorize in.png --method gray --ab none/ab.npy", "scenes --count 1 --output blocked/deeper",
      "validate folder",
      "colorize in.png --method gray --hints folder --output o.png", "merge run --output blocked",
    ])
  func unreadableAndUnwritable(_ command: String) throws {
    let scratch = try Scratch.withStudies()
    try PNGFile.write(samplePicture(), to: scratch.file("in.png"))
    try scratch.put("a file", "blocked")
    try scratch.makeFolder("folder")
    if command.hasPrefix("merge") {
      try FileManager.default.copyItem(
        atPath: TinyRun.scratch().file("run"), toPath: scratch.file("run"))
    }
    let arguments = command.split(separator: " ").map(String.init)
    let outcome = try Program.start(arguments, in: scratch.path).wait()
    expectError(outcome, 74)
    #expect(outcome.errorLines.filter { $0.hasPrefix("hintbench: error:") }.count == 1)
    #expect(try scratch.text("blocked") == "a file")
  }

  @Test func writingToAFullDiskIsToldAndLeavesNothing() throws {
    let scratch = try Scratch()
    try PNGFile.write(samplePicture(), to: scratch.file("in.png"))
    let outcome = try scratch.run(
      "colorize", "in.png", "--method", "gray", "--output", "/dev/full/o.png")
    expectError(outcome, 74, "cannot be written")
  }
}
