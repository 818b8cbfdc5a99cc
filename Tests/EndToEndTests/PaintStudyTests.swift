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
    #expect(
      again.errors.hasSuffix(
        "next: hintbench paint serve design\n      hintbench paint simulate design\n"))
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
    #expect(
      exported.output == """
        8 results to be judged: 4 full, 4 no-recommendation
        8 finished results in all: out/all
        4 images with a result in every arm: out

        """)
    // Both painters learned with the same two pictures.
    #expect(exported.errors.contains("Not judged: 4 (painted for training):\n  '"))
    #expect(
      exported.errors.hasSuffix(
        "next: hintbench judge design table2-small --truth out/truth --method automatic=out/automatic "
          + "--method no-recommendation=out/no-recommendation --method full=out/full "
          + "--output out-judging\n"))
    #expect(try scratch.lines("out/left_out.csv").count == 1 + 4)
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

  /// With more painters than images several paint an image in one arm, and one of them is judged: the
  /// numbers that are said are those of the files.
  @Test func whatIsLeftOutIsNamed() throws {
    let scratch = try painted()
    let made = try scratch.run(
      "paint", "design", "tiny.yaml", "--subjects", "4", "--pictures", "2", "--seconds", "9",
      "--images", "design/truth", "--output", "crowded")
    #expect(made.code == 0, "\(made.errors)")
    let painted = try scratch.run("paint", "simulate", "crowded", "--subjects", "3")
    #expect(painted.code == 0, "\(painted.errors)")
    // Four tasks and two to learn with for each of three painters.
    #expect(
      painted.output.hasPrefix(
        "18 pictures painted by 3 simulated painters, 6 of them for training; "))
    #expect(
      painted.errors.hasSuffix(
        "next: hintbench paint export crowded --output crowded-results\n"
          + "      hintbench paint analyze crowded --output crowded-painting\n"))
    let exported = try scratch.run("paint", "export", "crowded", "--output", "out", "--json")
    #expect(exported.code == 0, "\(exported.errors)")
    struct Facts: Decodable {
      let judged: [String: Int]
      let finished: Int
      let leftOut: [LeftOut]
      struct LeftOut: Decodable { let reason: String }
    }
    let facts = try JSONDecoder().decode(Facts.self, from: Data(exported.output.utf8))
    func files(_ folder: String) throws -> Int {
      try FileManager.default.contentsOfDirectory(atPath: scratch.file("out/\(folder)")).count
    }
    let judged = try files("full") + files("no-recommendation")
    #expect(facts.judged.values.reduce(0, +) == judged)
    #expect(try facts.finished == 12 && 12 == files("all/full") + files("all/no-recommendation"))
    let others = facts.leftOut.filter { $0.reason == "another-drawn" }.count
    #expect(judged < 12 && judged + others == 12)
    #expect(
      exported.errors.contains("Not judged: \(others) (another result of the image in this arm"))
    #expect(exported.errors.contains("plans are finished by nobody, the first of them plan 4"))
  }

  /// A dry run checks all, leaves nothing, and tells the same hash as the run that follows.
  @Test func aDryRunLeavesNothing() throws {
    let scratch = try painted()
    let before = try FileManager.default.contentsOfDirectory(atPath: scratch.path).sorted()
    let dry = try scratch.run(
      "paint", "design", "tiny.yaml", "--output", "new", "--dry-run", "--json")
    #expect(dry.code == 0 && !dry.errors.contains("next:"), "\(dry.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).sorted() == before)
    struct Facts: Decodable {
      let hash: String
      let folder: String?
      let images: [String]
      let training: [String]
    }
    let facts = try JSONDecoder().decode(Facts.self, from: Data(dry.output.utf8))
    #expect(facts.folder == nil && facts.images.count == 6 && facts.training.count == 2)
    let real = try scratch.run("paint", "design", "tiny.yaml", "--output", "new", "--quiet")
    #expect(real.errors.isEmpty && real.output.contains(facts.hash))
    // What the folder holds counts in a dry run, too.
    expectError(
      try scratch.run(
        "paint", "design", "tiny.yaml", "--seed", "6", "--output", "new", "--dry-run"), 65,
      "holds something else")
    expectError(
      try scratch.run(
        "paint", "design", "tiny.yaml", "--pictures", "9", "--output", "x", "--dry-run"), 65,
      "20 images")
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
    let again = try scratch.run("paint", "analyze", "design", "--output", "json", "--json")
    struct Facts: Decodable {
      let isSimulated: Bool
      let pictures: Int
      let measures: [Row]
      let differences: [Row]
      struct Row: Decodable {
        let measure: String
        let arm: String?
        let mean: Double
      }
    }
    let facts = try JSONDecoder().decode(Facts.self, from: Data(again.output.utf8))
    #expect(facts.isSimulated && facts.pictures == 8)
    let rows = try scratch.lines("json/measures.csv").dropFirst().map { $0.split(separator: ",") }
    #expect(rows.count == facts.measures.count)
    for (row, measure) in zip(rows, facts.measures) {
      #expect(row[0] == measure.measure && row[1] == measure.arm ?? "")
      #expect(String(format: "%.4f", measure.mean) == row[2])
    }
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
