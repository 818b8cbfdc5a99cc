import Foundation
import Imaging
import Testing

/// `prepare`, a program of another language, `score`: the way of a method that is not in Swift.
@Suite struct ScoreTests {
  private static let images = ["000-sky-over-sea", "001-meadow"]

  /// Inputs of a study in `p`, with the metrics that judge pictures.
  private static func prepared() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.put(
      tinyStudy.replacingOccurrences(
        of: "metrics: [psnr, ssim]", with: "metrics: [psnr, ssim, ciede2000, ab_rmse]"
      ).replacingOccurrences(of: "[random, max-error]", with: "[random]")
        + "published:\n  - {method: gray, oracle: random, source: nowhere, psnr_db: {any: 20.5}}\n",
      "four.yaml")
    let outcome = try scratch.run("prepare", "--study", "four.yaml", "--output", "p", "--quiet")
    try #require(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    return scratch
  }

  private func rows(_ scratch: Scratch, _ file: String, method: String) throws -> [String] {
    try scratch.lines(file).dropFirst().map { $0.split(separator: ",").map(String.init) }
      .filter { $0[2] == method }.map { ([$0[1]] + $0[3...]).joined(separator: ",") }
  }

  /// Another program's part: it gives the grey pictures back.
  private func giveGrayBack(_ scratch: Scratch, as folder: String) throws {
    try scratch.makeFolder(folder)
    for name in Self.images { try scratch.copy("p/gray/\(name).png", "\(folder)/\(name).png") }
  }

  @Test func aProgramOfAnotherLanguageGetsTheRunsNumbers() throws {
    let scratch = try Self.prepared()
    #expect(try scratch.run("run", "four.yaml", "--output", "r").code == 0)
    for points in [0, 1, 2, 5] { try giveGrayBack(scratch, as: "results/mine/\(points)") }
    let outcome = try scratch.run(
      "score", "p/truth", "results", "--study", "four.yaml", "--output", "s")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let mine = try rows(scratch, "s/results.csv", method: "mine")
    let gray = try rows(scratch, "r/results.csv", method: "gray")
    // PSNR, SSIM and CIEDE2000 are of pictures; ab_rmse is measured from 8 bits.
    func ofPictures(_ rows: [String]) -> [String] {
      rows.map { $0.split(separator: ",")[0..<6].joined(separator: ",") }
    }
    #expect(mine.count == 8 && ofPictures(mine) == ofPictures(gray))
    #expect(mine != gray)
    // Gray is made where no folder holds it, and exactly as in the run.
    #expect(try rows(scratch, "s/results.csv", method: "gray") == gray)
    #expect(try scratch.lines("s/results.csv").allSatisfy { !$0.hasPrefix("score,") })
    let table = try scratch.lines("s/table.csv")
    #expect(table.contains { $0.hasPrefix("gray,random,0,2,") && $0.contains(",20.500,") })
    #expect(try scratch.lines("s/pairs.csv").count > 1)
    #expect(try scratch.text("s/report.html").contains("mine"))
    #expect(scratch.exists("s/curves.svg") && scratch.exists("s/metrics.csv"))
    #expect(outcome.output.contains("Report: s/report.html   Tables: s/table.csv, results.csv\n"))
  }

  /// Chrominance as it is gives every number of the run, `ab_rmse` too.
  @Test func arraysAreJudgedExactly() throws {
    let scratch = try Self.prepared()
    #expect(try scratch.run("run", "four.yaml", "--output", "r").code == 0)
    for folder in ["own", "both"] { try scratch.makeFolder(folder) }
    for name in Self.images {
      let colorized = try scratch.run(
        "colorize", "p/truth/\(name).png", "--method", "levin2004-ab", "--size", "64", "--hints",
        "p/hints/random/\(name).csv", "--ab", "own/\(name).npy", "--output", "both/\(name).png")
      #expect(colorized.code == 0, "\(colorized.errors)")
      try scratch.copy("own/\(name).npy", "both/\(name).npy")
    }
    let outcome = try scratch.run(
      "score", "p/truth", "--result", "own@5=own", "--result", "both@5=both", "--output", "s")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let expected = try rows(scratch, "r/results.csv", method: "levin2004-ab").filter {
      $0.contains(",random,5,")
    }
    for method in ["own", "both"] {
      let found = try rows(scratch, "s/results.csv", method: method)
      #expect(found.count == 2)
      for (row, other) in zip(found, expected) {
        let (numbers, others) = (
          row.split(separator: ",").dropFirst(3).compactMap { Double($0) },
          other.split(separator: ",").dropFirst(3).compactMap { Double($0) }
        )
        // Single precision moves a few samples by one level at most.
        #expect(numbers.count == 4 && zip(numbers, others).allSatisfy { abs($0 - $1) < 0.005 })
        #expect(abs(numbers[3] - others[3]) < 1e-5, "ab_rmse")
      }
    }
    // The same by hand.
    let name = Self.images[1]
    func measured(_ more: String...) throws -> Double {
      let output = try Program.start(
        ["measure", "p/truth/\(name).png", "both/\(name).png"] + more, in: scratch.path
      ).wait().output
      let line = output.split(separator: "\n").first { $0.hasPrefix("ab_rmse,") }
      return try #require(line.flatMap { Double($0.split(separator: ",")[1]) })
    }
    let own = try #require(Double(expected[1].split(separator: ",")[6]))
    #expect(try abs(measured("--ab", "both/\(name).npy") - own) < 1e-5)
    #expect(try abs(measured() - own) > 1e-4, "8 bits are not exact")
  }

  @Test func whatCannotBeUsedIsNamed() throws {
    let scratch = try Self.prepared()
    for (name, index) in [("third", 5), ("fourth", 6)] {
      try PNGFile.write(samplePicture(index), to: scratch.file("p/truth/\(name).png"))
    }
    try giveGrayBack(scratch, as: "mine-5")
    try giveGrayBack(scratch, as: "other-5")
    try scratch.put(PNGFile.encode(samplePicture()).prefix(400), "mine-5/third.png")
    try PNGFile.write(samplePicture(6, side: 40), to: scratch.file("other-5/fourth.png"))
    try PNGFile.write(samplePicture(6), to: scratch.file("other-5/nobody.png"))
    try NumPyFile.write(
      [Float](repeating: 0, count: 64), shape: [8, 8], to: scratch.file("flat.npy"))
    try scratch.copy("flat.npy", "other-5/third.npy")
    let line = ["score", "p/truth", "mine-5", "other-5", "--output"]
    let outcome = try Program.start(line + ["s"], in: scratch.path).wait()
    #expect(outcome.code == 0, "\(outcome.errors)")
    let told = outcome.errorLines.filter { $0.hasPrefix("Left out: ") }
    for said in [
      "mine@random-5, fourth: is missing", "mine@random-5, third: ", "other@random-5, third: ",
      "has the shape [8, 8]", "other@random-5, nobody: has no true picture",
    ] {
      #expect(told.contains { $0.contains(said) }, "'\(said)' in \(outcome.errors)")
    }
    #expect(told.count == 4)
    #expect(outcome.errors.contains("the truth is resized to its 40×40 pixels"))
    #expect(try rows(scratch, "s/results.csv", method: "mine").count == 2)
    #expect(try rows(scratch, "s/results.csv", method: "other").count == 3)
    let pair = try #require(
      try scratch.lines("s/pairs.csv").first { $0.contains("psnr") && $0.contains("other,mine") })
    #expect(pair.split(separator: ",").contains("2"), "\(pair)")
    let strict = try Program.start(line + ["t", "--strict"], in: scratch.path).wait()
    expectError(strict, 65, "mine@random-5, fourth: is missing")
    #expect(!scratch.exists("t"))
  }

  @Test(arguments: [
    ("score none mine --output s", 66, "none"), ("score p/truth none --output s", 66, "none"),
    ("score empty mine --output s", 65, "empty"), ("score p/truth empty --output s", 65, "empty"),
    ("score p/truth --result mine@5=none --output s", 66, "none"),
    ("score p/truth --result mine --output s", 64, "should be METHOD@POINTS=FOLDER"),
    ("score p/truth --result mine@x=mine --output s", 64, "should be METHOD@POINTS=FOLDER"),
    ("score p/truth mine --result mine=p/gray --output s", 64, "are both mine@random-0"),
    ("score p/truth strangers --output s", 65, "no result could be judged"),
    ("score p/truth mine --output file/s", 74, "file"),
  ])
  func mistakesAreTold(_ line: String, _ code: Int, _ said: String) throws {
    let scratch = try Self.prepared()
    try giveGrayBack(scratch, as: "mine")
    for folder in ["empty", "strangers"] { try scratch.makeFolder(folder) }
    try PNGFile.write(samplePicture(), to: scratch.file("strangers/x.png"))
    try scratch.put("a file", "file")
    expectError(try scratch.command(line), Int32(code), said)
    #expect(!scratch.exists("s"))
  }

  @Test(arguments: [
    ("score p/truth --output s", "give RESULT_DIR"), ("score p/truth mine", "--output"),
    ("score p/truth mine --output s --metrics psnr,palette_10", "judges more than pictures"),
    ("score p/truth mine --output s --metrics psnr,sim", "did you mean 'ssim'"),
    ("score p/truth mine --output s --oracle nobody", "unknown oracle 'nobody'; known: "),
    ("score p/truth mine --output s --jobs 0", "at least 1"),
    ("measure p/truth p/gray", "hintbench score TRUTH_DIR RESULT_DIR --output DIR"),
    ("measure p/truth/001-meadow.png p/gray", "p/gray is a folder"),
  ])
  func wrongUsage(_ line: String, _ said: String) throws {
    let scratch = try Self.prepared()
    try giveGrayBack(scratch, as: "mine")
    let outcome = try scratch.command(line)
    #expect(outcome.code == 64 && outcome.errors.contains(said), "\(outcome.errors)")
    #expect(!scratch.exists("s"))
  }

  @Test func metricsAreChosen() throws {
    let scratch = try Self.prepared()
    try giveGrayBack(scratch, as: "mine-max-error-3")
    let outcome = try scratch.run(
      "score", "p/truth", "mine-max-error-3", "--metrics", "ssim", "--output", "s")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(
      try scratch.lines("s/results.csv")[0] == "study,image,method,oracle,points,psnr_db,ssim")
    #expect(
      try scratch.lines("s/results.csv").filter { $0.hasPrefix("score,") }
        .allSatisfy { $0.contains(",max-error,3,") })
  }

  @Test(arguments: [("[8]", [8]), ("(1,8,8)", [1, 8, 8])])
  func chrominanceOfAnotherShape(_ name: String, _ shape: [Int]) throws {
    let scratch = try Self.prepared()
    try NumPyFile.write(
      [Float](repeating: 0, count: shape.reduce(1, *)), shape: shape, to: scratch.file("ab.npy"))
    let picture = "p/truth/001-meadow.png"
    expectError(
      try scratch.run("measure", picture, picture, "--ab", "ab.npy"), 65, "ab.npy: has the shape")
    try NumPyFile.write(
      [Float](repeating: .nan, count: 8), shape: [2, 2, 2], to: scratch.file("nan.npy"))
    expectError(
      try scratch.run("measure", picture, picture, "--ab", "nan.npy"), 65, "not-a-number")
    expectError(try scratch.run("measure", picture, picture, "--ab", "none.npy"), 66, "none.npy")
  }
}
