import Foundation
import Glibc
import Testing

/// `paint design`, `simulate`, `export`, `replay` and `analyze` as a person runs them, on embedded
/// scenes and by a method that needs no weights.
@Suite(.serialized) struct PaintStudyTests {
  private static let study = """
    study: tiny
    title: A tiny study
    scenes: 12
    subjects: 2
    pictures: 2
    training: {pictures: 2, seconds: 20}
    seconds: 15
    image_size: 64
    method: nine-colors
    seed: 5

    """

  /// A design that was painted by simulated painters, made once.
  private static let made = Result {
    let scratch = try Scratch()
    try scratch.put(study, "tiny.yaml")
    for arguments in [
      ["paint", "design", "tiny.yaml", "--output", "design"], ["paint", "simulate", "design"],
    ] {
      let outcome = try Program.start(arguments, in: scratch.path).wait()
      try #require(outcome.code == 0, "\(outcome.errors)")
    }
    atexit { PaintStudyTests.remove() }
    return scratch
  }

  /// What is kept to the end of the process must be removed by hand.
  private static func remove() {
    if let path = try? made.get().path { try? FileManager.default.removeItem(atPath: path) }
  }

  /// A scratch folder with a copy of it.
  private func painted() throws -> Scratch {
    let scratch = try Scratch()
    for name in ["tiny.yaml", "design"] {
      try FileManager.default.copyItem(
        atPath: try Self.made.get().file(name), toPath: scratch.file(name))
    }
    return scratch
  }

  @Test func aDesignIsFrozen() throws {
    let scratch = try painted()
    let again = try scratch.run("paint", "design", "tiny.yaml", "--output", "design")
    #expect(again.code == 0 && again.errors.contains("holds this very design already"))
    #expect(again.output.contains("Hash: "))
    expectError(
      try scratch.run("paint", "design", "tiny.yaml", "--seed", "6", "--output", "design"), 65,
      "holds something else")
    let lines = try scratch.lines("design/assignments.csv")
    #expect(lines.count == 1 + 2 * 6)
    #expect(lines[0] == "subject,position,kind,image,arm,seconds")
    let other = try scratch.run(
      "paint", "design", "tiny.yaml", "--subjects", "3", "--pictures", "1", "--seconds", "9",
      "--output", "other")
    #expect(other.code == 0, "\(other.errors)")
    #expect(try scratch.lines("other/assignments.csv").count == 1 + 3 * 4)
  }

  @Test func resultsGoToJudges() throws {
    let scratch = try painted()
    let exported = try scratch.run("paint", "export", "design", "--output", "out")
    #expect(exported.code == 0, "\(exported.errors)")
    #expect(exported.errors.contains("SIMULATED: no person painted here"))
    for folder in ["full", "no-recommendation", "automatic", "truth"] {
      let files = try FileManager.default.contentsOfDirectory(atPath: scratch.file("out/\(folder)"))
      #expect(files.count == 4, "\(folder)")
    }
    let judged = try scratch.run(
      "judge", "design", "--truth", "out/truth", "--method", "automatic=out/automatic", "--method",
      "no-recommendation=out/no-recommendation", "--method", "full=out/full", "--judges", "3",
      "--trials", "3", "--practice", "1", "--vigilance", "0", "--output", "judging")
    #expect(judged.code == 0, "\(judged.errors)")
    expectError(try scratch.run("paint", "export", "design", "--output", "out"), 65, "out")
  }

  @Test func sessionsAreDoneAgain() throws {
    let scratch = try painted()
    let whole = try scratch.run("paint", "replay", "design", "--output", "whole")
    #expect(whole.code == 0 && whole.output.hasPrefix("12 results of 12 pictures"))
    let steps = try scratch.run(
      "paint", "replay", "design", "--session", "simulated-1", "--steps", "--method", "gray",
      "--output", "steps")
    #expect(steps.code == 0, "\(steps.errors)")
    let rows = try scratch.lines("steps/replay.csv")
    #expect(rows.count > 1 + 2 * 6 && rows.dropFirst().allSatisfy { $0.contains(",gray,") })
    expectError(
      try scratch.run("paint", "replay", "design", "--method", "none", "--output", "x"), 64,
      "none")
    expectError(try scratch.run("paint", "replay", "nothing.sqlite", "--output", "x"), 66)
    #expect(!scratch.exists("x"))
  }

  @Test func analysesSayThatTheyAreSimulated() throws {
    let scratch = try painted()
    let outcome = try scratch.run("paint", "analyze", "design", "--output", "out")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("SIMULATED"))
    #expect(try scratch.text("out/report.html").contains("SIMULATED"))
    #expect(try scratch.lines("out/paintings.csv").count == 1 + 2 * 4)
  }

  @Test func mistakesAreTold() throws {
    let scratch = try painted()
    expectError(
      try scratch.run("paint", "simulate", "design"), 64, "simulated.sqlite", "--database")
    expectError(
      try scratch.run("paint", "simulate", "design", "--subjects", "9", "--database", "x"), 64,
      "--subjects")
    expectError(
      try scratch.run("paint", "serve", "design", "--port", "0", "--database", "tiny.yaml"), 65,
      "tiny.yaml")
    expectError(try scratch.run("paint", "analyze", "nowhere", "--output", "x"), 66, "nowhere")
    expectError(
      try scratch.run("paint", "design", "tiny.yaml", "--pictures", "9", "--output", "x"), 65,
      "20 images")
    try scratch.put("study: x\nsubject: 3\n", "wrong.yaml")
    expectError(
      try scratch.run("paint", "design", "wrong.yaml", "--output", "x"), 65,
      "wrong.yaml:2: subject", "did you mean 'subjects'")
    let json = try scratch.text("design/design.json")
    try scratch.put(
      json.replacingOccurrences(of: "\"seconds\":15", with: "\"seconds\":16"), "design/design.json")
    expectError(
      try scratch.run("paint", "serve", "design", "--port", "0"), 65, "changed after it was made")
  }
}
