import Foundation
import Imaging
import Testing

/// `run --save-pictures`.
@Suite struct SavedPicturesTests {
  private static let images = ["000-sky-over-sea", "001-meadow"]
  private static let methods = ["gray", "levin2004", "levin2004-ab"]
  private static let oracles = ["max-error", "random"]

  /// The paths in `pictures` of a run of the tiny study.
  private static func files(at counts: [Int]) -> Set<String> {
    let folders = methods.flatMap { method in
      oracles.flatMap { oracle in counts.map { "\(method)-\(oracle)-\($0)" } }
    }
    return Set((folders + ["truth"]).flatMap { folder in images.map { "\(folder)/\($0).png" } })
  }

  private func pictures(_ scratch: Scratch, _ run: String) throws -> [String: Data] {
    try scratch.files(below: "\(run)/pictures")
  }

  @Test func picturesHaveThePSNRsOfTheResults() throws {
    let scratch = try Scratch.withStudies()
    let outcome = try scratch.run(
      "run", "tiny.yaml", "--output", "r", "--save-pictures", "0,5")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(Set(try pictures(scratch, "r").keys) == Self.files(at: [0, 5]))
    // Saving changes no table.
    #expect(try scratch.tables("r") == TinyRun.scratch().tables("run"))
    #expect(outcome.output.contains("Pictures: r/pictures/truth, …\n"))
    #expect(
      outcome.errors.contains(
        "next: hintbench score r/pictures/truth r/pictures --output r-scores\n"))
    // Another way to judge them finds the same numbers.
    let scored = try scratch.run("score", "r/pictures/truth", "r/pictures", "--output", "s")
    #expect(scored.code == 0, "\(scored.errors)")
    func rows(_ file: String) throws -> [String] {
      try scratch.lines(file).dropFirst().map { $0.split(separator: ",") }
        .filter { ["0", "5"].contains($0[4]) }.map { $0[1...6].joined(separator: ",") }
    }
    #expect(try rows("s/results.csv") == rows("r/results.csv"))
    #expect(try rows("s/results.csv").count == 2 * 3 * 2 * 2)
    let measured = try scratch.run(
      "measure", "r/pictures/truth/001-meadow.png",
      "r/pictures/levin2004-max-error-5/001-meadow.png")
    let psnr = try #require(measured.output.split(separator: "\n").first { $0.hasPrefix("psnr,") })
    let row = try #require(
      try scratch.lines("r/results.csv").first {
        $0.hasPrefix("tiny,001-meadow,levin2004,max-error,5,")
      })
    #expect(psnr.split(separator: ",")[1] == row.split(separator: ",")[5])
  }

  @Test func whatIsMissingOrSpoiltIsDrawnAgain() throws {
    let scratch = try Scratch.withStudies()
    #expect(
      try scratch.run("run", "tiny.yaml", "--output", "r", "--save-pictures", "5").code == 0)
    let first = try pictures(scratch, "r")
    #expect(Set(first.keys) == Self.files(at: [5]))
    let timings = try scratch.data("r/timings.csv")
    // One is gone, one is cut short, one is another picture, and one true picture is gone.
    try FileManager.default.removeItem(
      atPath: scratch.file("r/pictures/gray-random-5/001-meadow.png"))
    let path = "r/pictures/levin2004-max-error-5/001-meadow.png"
    try scratch.put(scratch.data(path).prefix(200), path)
    try scratch.put(
      scratch.data("r/pictures/gray-random-5/000-sky-over-sea.png"),
      "r/pictures/levin2004-ab-random-5/000-sky-over-sea.png")
    try FileManager.default.removeItem(
      atPath: scratch.file("r/pictures/truth/000-sky-over-sea.png"))
    let again = try scratch.run("run", "tiny.yaml", "--output", "r", "--save-pictures", "5")
    #expect(again.code == 0, "\(again.errors)")
    #expect(try pictures(scratch, "r") == first)
    #expect(try scratch.data("r/timings.csv") == timings, "the ledger's results stay")
    // Then nothing is left to do.
    let last = try scratch.run("run", "tiny.yaml", "--output", "r", "--save-pictures", "5")
    #expect(last.errors.contains("12/12 units (12 from before)"))
  }

  @Test func picturesOfOtherImagesAreTold() throws {
    let scratch = try Scratch.withStudies()
    let line = ["run", "tiny.yaml", "--output", "r", "--save-pictures", "0"]
    #expect(try Program.start(line, in: scratch.path).wait().code == 0)
    let fewer = try Program.start(line + ["--limit", "1"], in: scratch.path).wait()
    #expect(fewer.code == 0)
    #expect(
      fewer.errors.contains(
        "r/pictures holds pictures of images that are not in this run: 001-meadow.png"))
  }

  @Test func aFinishedRunGetsThePicturesOfARunThatSavesThem() throws {
    let scratch = try Scratch.withStudies()
    try FileManager.default.copyItem(
      atPath: TinyRun.scratch().file("run"), toPath: scratch.file("late"))
    let late = try scratch.run("run", "tiny.yaml", "--output", "late", "--save-pictures")
    #expect(late.code == 0, "\(late.errors)")
    #expect(
      try scratch.run("run", "tiny.yaml", "--output", "early", "--save-pictures", "all").code == 0)
    let early = try pictures(scratch, "early")
    #expect(Set(early.keys) == Self.files(at: [0, 1, 2, 5]))
    #expect(try pictures(scratch, "late") == early)
    #expect(try scratch.tables("late") == scratch.tables("early"))
  }

  @Test func mergedShardsHaveAllPictures() throws {
    let scratch = try Scratch.withStudies()
    for index in 1...2 {
      let outcome = try scratch.run(
        "run", "tiny.yaml", "--shard", "\(index)/2", "--output", "s\(index)", "--save-pictures", "5"
      )
      #expect(outcome.code == 0 && !outcome.errors.contains("next: "), "\(outcome.errors)")
    }
    let merged = try scratch.run("merge", "s1", "s2", "--output", "whole")
    #expect(merged.code == 0, "\(merged.errors)")
    #expect(merged.errors.contains("Pictures: 12 copied\n"))
    let whole = try pictures(scratch, "whole")
    #expect(Set(whole.keys) == Self.files(at: [5]))
    #expect(
      try scratch.run("run", "tiny.yaml", "--output", "r", "--save-pictures", "5").code == 0)
    #expect(try pictures(scratch, "r") == whole)
    // One that no shard has is told.
    let lost = try #require(
      whole.keys.first { scratch.exists("s1/pictures/\($0)") && !$0.hasPrefix("truth") })
    try FileManager.default.removeItem(atPath: scratch.file("s1/pictures/\(lost)"))
    let partly = try scratch.run("merge", "s1", "s2", "--output", "partly")
    #expect(partly.code == 0 && partly.errors.contains("no run has a picture of \(lost)"))
  }

  @Test func numbersThatAreNotJudgedAreRefused() throws {
    let scratch = try Scratch.withStudies()
    expectError(
      try scratch.run("run", "tiny.yaml", "--output", "r", "--save-pictures", "0,7"), 64,
      "the study judges no result at 7 points, but at 0, 1, 2, 5")
    for text in ["ten", "-1", "1.5"] {
      let outcome = try scratch.run("run", "tiny.yaml", "--output", "r", "--save-pictures=\(text)")
      #expect(outcome.code == 64 && outcome.errors.contains("--save-pictures \(text): should be"))
    }
    #expect(!scratch.exists("r"))
  }

  /// Two endings, and two Unicode forms of one name: four pictures, four results.
  @Test func namesThatAreNearlyEqualStayApart() throws {
    let scratch = try Scratch()
    try scratch.makeFolder("in")
    let names = ["a.png", "a.jpg", "caf\u{E9}.png", "cafe\u{301}.png"]
    for (index, name) in names.enumerated() {
      try scratch.put(PNGFile.encode(samplePicture(index)), "in/\(name)")
    }
    try scratch.put(
      tinyStudy.replacingOccurrences(of: "[gray, levin2004, levin2004-ab]", with: "[gray]")
        .replacingOccurrences(of: "[random, max-error]", with: "[none]"), "gray.yaml")
    let outcome = try scratch.run(
      "run", "gray.yaml", "--images", "in", "--output", "r", "--save-pictures")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let made = try FileManager.default.contentsOfDirectory(
      atPath: scratch.file("r/pictures/gray-none-0"))
    #expect(made.count == 4 && made.contains("a.png.png") && made.contains("a.jpg.png"))
    let truths = try made.map { try ImageFile.read(scratch.file("r/pictures/truth/\($0)")) }
    for index in names.indices { #expect(truths.contains(samplePicture(index))) }
  }

  @Test func judgingStudiesTakeTheFoldersAsTheyAre() throws {
    let scratch = try Scratch()
    try scratch.put(
      tinyStudy.replacingOccurrences(of: "scenes: 2", with: "scenes: 12")
        .replacingOccurrences(of: "size: 64", with: "size: 32")
        .replacingOccurrences(of: "[random, max-error]", with: "[random]"), "many.yaml")
    let outcome = try scratch.run("run", "many.yaml", "--output", "r", "--save-pictures", "5")
    #expect(outcome.code == 0, "\(outcome.errors)")
    // The preset that the line names lies beside the program, or here.
    try scratch.makeFolder("Studies")
    try scratch.put(
      "study: table2-small\ntitle: Which is real?\njudges: 12\n", "Studies/table2-small.yaml")
    let next = try #require(outcome.errorLines.first { $0.hasPrefix("next: hintbench judge ") })
    #expect(
      next.hasSuffix(
        " --truth r/pictures/truth --method gray=r/pictures/gray-random-5"
          + " --method levin2004=r/pictures/levin2004-random-5"
          + " --method levin2004-ab=r/pictures/levin2004-ab-random-5 --output r-judging"))
    let words = next.split(separator: " ").dropFirst(2).map(String.init)
    let design = try Program.start(
      words + [
        "--judges", "4", "--trials", "6", "--practice", "2", "--vigilance", "1", "--image-size",
        "32",
      ], in: scratch.path
    ).wait()
    #expect(design.code == 0 && design.output.hasPrefix("Design: "), "\(design.errors)")
    #expect(design.errors.contains("12 images, 3 methods"))
  }
}
