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
      imported.output == "answers.csv: 13 answers of 1 judge, 0 of them missing; dropped 0\n")
    #expect(
      imported.errors.hasSuffix(
        "next: hintbench judge analyze answers.csv --design study --output answers-analysis\n"),
      "\(imported.errors)")
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
      try scratch.run("judge", "design", "study.yaml", "--output", "a"), 66,
      "lost: no such file or folder")
    let outcome = try scratch.run(
      "judge", "design", "study.yaml", "--method", "pale=pale", "--trials", "6", "--output", "b")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try scratch.lines("b/trials.csv").count == 1 + 3 * 8)
    #expect(try scratch.text("b/design.json").contains("\"publishedRate\":0.25"))
  }

  /// The commands that come next are whole: each runs as it stands.
  @Test func nextCommandsRun() throws {
    let scratch = try Self.pictures()
    let made = try design(scratch, "--output", "my study")
    let lines = made.errorLines.drop { !$0.hasPrefix("next: ") }.map(String.init)
    #expect(
      lines == [
        "next: hintbench judge power 'my study' --rates pale=0.2 gray=0.25",
        "      hintbench judge serve 'my study'",
        "      hintbench judge simulate 'my study' --judges 6 --output 'my study-answers.csv'",
        "      hintbench judge export 'my study' --format static --output 'my study-static'",
      ], "\(made.errors)")
    for arguments in [
      ["power", "my study", "--rates", "pale=0.2", "gray=0.25", "--simulations", "10"],
      ["simulate", "my study", "--judges", "6", "--output", "my study-answers.csv"],
      ["export", "my study", "--format", "static", "--output", "my study-static"],
    ] {
      let outcome = try Program.start(["judge"] + arguments, in: scratch.path).wait()
      #expect(outcome.code == 0, "\(arguments): \(outcome.errors)")
    }
    // Answers of programs say so to the end.
    let analyzed = try scratch.run(
      "judge", "analyze", "my study-answers.csv", "--design", "my study", "--output", "analysis")
    #expect(analyzed.code == 0 && analyzed.output.contains("pale fooled simulated judges in "))
    #expect(analyzed.errors.contains("No person judged: all judges are simulated."))
    #expect(try scratch.text("analysis/report.html").contains("No person judged"))
    let archived = try scratch.run(
      "judge", "archive", "my study", "--answers", "my study-answers.csv", "--output", "archive",
      "--quiet")
    #expect(archived.code == 0 && archived.errors.isEmpty, "\(archived.errors)")
    #expect(
      try scratch.lines("archive/answers.csv").dropFirst()
        .allSatisfy { $0.hasPrefix("simulated-J") })
  }

  @Test func aDryRunWritesNothingAndTellsAll() throws {
    let scratch = try Self.pictures()
    let before = try FileManager.default.contentsOfDirectory(atPath: scratch.path).sorted()
    let dry = try design(scratch, "--dry-run", "--output", "study")
    #expect(dry.code == 0 && dry.errors.contains("6 judges, 13 trials each, 16 images, 2 methods"))
    #expect(dry.output.hasPrefix("Nothing is written (--dry-run)   Hash: "))
    #expect(!dry.errors.contains("next:"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).sorted() == before)
    expectError(try design(scratch, "--dry-run", "--trials", "30", "--output", "study"), 65, "16")
    let json = try design(scratch, "--dry-run", "--json", "--quiet", "--output", "study")
    #expect(json.code == 0 && json.errors.isEmpty, "\(json.errors)")
    let facts = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(facts["judges"] as? Int == 6 && facts["folder"] == nil)
    #expect(facts["trials"] as? [String: Int] == ["main": 8, "practice": 3, "vigilance": 2])
    #expect(facts["methods"] as? [String] == ["pale", "gray"])
    let made = try design(scratch, "--output", "study")
    let hash = try #require(facts["hash"] as? String)
    #expect(made.output.contains(hash) && dry.output.contains(hash))
  }

  @Test func misspeltMethodsAreNamed() throws {
    let scratch = try Self.pictures()
    try scratch.put(
      """
      study: filed
      truth: truth
      methods: [{name: pale, folder: pale}, {name: grayish, folder: gray}]
      judges: 2
      trials: 4
      practice: 1
      vigilance: 1
      """, "study.yaml")
    let outcome = try scratch.run(
      "judge", "design", "study.yaml", "--method", "pale=pale", "--method", "greyish=gray",
      "--output", "study")
    #expect(
      outcome.code == 0
        && outcome.errors.contains("has no method 'greyish'; did you mean 'grayish'?"),
      "\(outcome.errors)")
    for arguments in [
      ["judge", "power", "study", "--rates", "pale=0.2", "grayish=0.3"],
      [
        "judge", "simulate", "study", "--judges", "1", "--output", "a.csv", "--rates",
        "grayish=0.3",
      ],
    ] {
      expectError(
        try Program.start(arguments, in: scratch.path).wait(), 64,
        "'grayish'", "; did you mean 'greyish'?")
    }
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
      try scratch.run("judge", "design", "--output", "x"), 64, "give --truth DIR")
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
        "x.csv"), 65, "results.csv: row 1")
    try scratch.put(scratch.text("study/consent.md") + "!", "study/consent.md")
    expectError(
      try scratch.run("judge", "export", "study", "--format", "mturk", "--output", "x"), 65,
      "consent.md: is no usable design")
    #expect(!scratch.exists("x/mturk_batch.csv") && !scratch.exists("x.csv"))
  }
}
