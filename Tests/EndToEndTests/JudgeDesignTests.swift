import Foundation
import Imaging
import Testing

/// `judge design`, `export`, `import` and `archive`, as a person calls them.
@Suite struct JudgeDesignTests {
  /// A folder with 16 true pictures and two methods' ones.
  private static func pictures() throws -> Scratch {
    let scratch = try Scratch()
    for folder in ["truth", "pale", "gray"] { try scratch.makeFolder(folder) }
    for index in 0..<16 {
      let picture = samplePicture(index, side: 32)
      try PNGFile.write(picture, to: scratch.file("truth/p\(index).png"))
      for (folder, keep) in [("pale", 1), ("gray", 0)] {
        var fake = picture
        for start in stride(from: 0, to: fake.pixels.count, by: 3) {
          let mean = (0..<3).reduce(0) { $0 + Int(picture.pixels[start + $1]) } / 3
          for channel in 0..<3 {
            let sample = Int(picture.pixels[start + channel])
            fake.pixels[start + channel] = UInt8((keep * sample + (2 - keep) * mean) / 2)
          }
        }
        try PNGFile.write(fake, to: scratch.file("\(folder)/p\(index).png"))
      }
    }
    return scratch
  }

  private static let wishes = [
    "--truth", "truth", "--method", "pale=pale", "--method", "gray=gray", "--judges", "6",
    "--trials", "8", "--practice", "3", "--vigilance", "2", "--image-size", "32",
  ]

  private func design(_ scratch: Scratch, _ more: String...) throws -> Program.Outcome {
    try Program.start(
      ["judge", "design"] + Self.wishes + more, in: scratch.path
    ).wait()
  }

  @Test func aStudyGoesFromPicturesToAnArchive() throws {
    let scratch = try Self.pictures()
    let made = try design(scratch, "--output", "study")
    #expect(made.code == 0, "\(made.errors)")
    #expect(made.output.hasPrefix("Design: study/design.json   Hash: "))
    #expect(try scratch.lines("study/trials.csv").count == 1 + 6 * 13)
    for (format, name) in [
      ("mturk", "mturk_batch.csv"), ("html", "batch.html"), ("external", "prolific_link.txt"),
      ("static", "index.html"),
    ] {
      let outcome = try scratch.run(
        "judge", "export", "study", "--format", format, "--output", format)
      #expect(outcome.code == 0 && scratch.exists("\(format)/\(name)"), "\(outcome.errors)")
    }
    // Answers as the static page gives them, of judge 1.
    let trials = try scratch.lines("study/trials.csv")[1...13]
    let answers = trials.map { "1-ab12" + $0.dropFirst() + ",first,500.0" }
    let header = "judge,position,kind,image,method,real_first,answer,reaction_ms"
    try scratch.put(([header] + answers).joined(separator: "\n") + "\n", "saved.csv")
    let imported = try scratch.run(
      "judge", "import", "saved.csv", "--format", "hintbench", "--design", "study", "--output",
      "answers.csv")
    #expect(imported.code == 0, "\(imported.errors)")
    #expect(
      imported.output == "answers.csv: 13 answers of 1 judges, 0 of them missing; dropped 0\n")
    #expect(try scratch.text("answers.csv") == scratch.text("saved.csv"))
    let archived = try scratch.run(
      "judge", "archive", "study", "--answers", "answers.csv", "--date", "2026-01-02",
      "--output", "archive")
    #expect(archived.code == 0 && scratch.exists("archive/croissant.json"), "\(archived.errors)")
    #expect(try !scratch.text("archive/answers.csv").contains("ab12"))
  }

  @Test func aFileSaysWhatOptionsDoNot() throws {
    let scratch = try Self.pictures()
    try scratch.put(
      """
      study: filed
      truth: truth
      methods: [{name: pale, folder: pale, published_rate: 0.25}, {name: lost, folder: lost}]
      judges: 3
      trials: 4
      practice: 1
      vigilance: 1
      """, "study.yaml")
    expectError(
      try scratch.run("judge", "design", "study.yaml", "--output", "a"), 66, "There is no lost.")
    let outcome = try scratch.run(
      "judge", "design", "study.yaml", "--method", "pale=pale", "--trials", "6", "--output", "b")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try scratch.lines("b/trials.csv").count == 1 + 3 * 8)
    #expect(try scratch.text("b/design.json").contains("\"publishedRate\":0.25"))
  }

  @Test func theSameStudyGivesTheSameBytes() throws {
    let scratch = try Self.pictures()
    for folder in ["a", "b"] { #expect(try design(scratch, "--output", folder).code == 0) }
    for name in ["design.json", "trials.csv", "mturk_batch.csv", "balance.csv"] {
      #expect(try scratch.data("a/\(name)") == scratch.data("b/\(name)"))
    }
    #expect(try design(scratch, "--seed", "5", "--output", "c").code == 0)
    #expect(try scratch.data("c/trials.csv") != scratch.data("a/trials.csv"))
    expectError(try design(scratch, "--seed", "5", "--output", "a"), 65, "holds another design")
  }

  @Test func mistakesAreToldWithTheirCode() throws {
    let scratch = try Self.pictures()
    expectError(
      try scratch.run("judge", "design", "--output", "x"), 64, "Give --truth DIR")
    expectError(
      try design(scratch, "--trials", "30", "--output", "x"), 65,
      "take 35 images, and there are 16", "--trials 11")
    expectError(
      try scratch.run("judge", "export", "nowhere", "--format", "mturk", "--output", "x"), 66)
    #expect(try design(scratch, "--output", "study").code == 0)
    expectError(
      try scratch.run(
        "judge", "export", "study", "--format", "html", "--url", "http://x.org", "--output", "x"),
      64, "should be an https address")
    try scratch.put("what,ever\n1,2\n", "results.csv")
    expectError(
      try scratch.run(
        "judge", "import", "results.csv", "--format", "mturk", "--salt", "12345678", "--output",
        "x.csv"), 65, "results.csv, row 1")
    try scratch.put(scratch.text("study/consent.md") + "!", "study/consent.md")
    expectError(
      try scratch.run("judge", "export", "study", "--format", "mturk", "--output", "x"), 65,
      "consent.md is no usable design")
    #expect(!scratch.exists("x/mturk_batch.csv") && !scratch.exists("x.csv"))
  }
}
