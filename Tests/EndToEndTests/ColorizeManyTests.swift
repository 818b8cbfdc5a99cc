import Foundation
import Imaging
import Testing

/// `colorize` of a folder, and of several pictures.
@Suite struct ColorizeManyTests {
  private static let options = ["--method", "levin2004-ab", "--size", "48"]

  /// A folder `in` with three pictures, points for one of them, and a damaged picture if wanted.
  private static func folder(damaged: Bool = false) throws -> Scratch {
    let scratch = try Scratch()
    try scratch.makeFolder("in")
    try scratch.makeFolder("points")
    for (index, name) in ["a.png", "b.PNG", "c.png"].enumerated() {
      try PNGFile.write(samplePicture(index, side: 60), to: scratch.file("in/\(name)"))
    }
    try scratch.put("row,column,size,a,b\n10,12,7,40,-30\n", "points/b.csv")
    try scratch.put("row,column,size,a,b\n20,22,7,-40,30\n", "all.csv")
    if damaged { try scratch.put(PNGFile.encode(samplePicture()).prefix(500), "in/cut.png") }
    return scratch
  }

  private func colorize(_ scratch: Scratch, _ more: String...) throws -> Program.Outcome {
    try Program.start(["colorize"] + more + Self.options, in: scratch.path).wait()
  }

  @Test func everyPictureIsAsIfAlone() throws {
    let scratch = try Self.folder()
    let outcome = try colorize(
      scratch, "in", "--output", "out", "--hints", "points", "--ab", "ab", "--jobs", "3")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output == "Pictures: out (3 colorized, 0 from before, 0 skipped)\n")
    #expect(outcome.errors.contains("3/3 pictures"))
    #expect(outcome.errors.contains("Note: without a file of points: in/a.png, in/c.png"))
    for (file, name, hints) in [("a.png", "a", false), ("b.PNG", "b", true), ("c.png", "c", false)]
    {
      let alone = try Program.start(
        ["colorize", "in/\(file)", "--output", "alone.png", "--ab", "alone.npy"] + Self.options
          + (hints ? ["--hints", "points/b.csv"] : []), in: scratch.path
      ).wait()
      #expect(alone.code == 0)
      #expect(try scratch.data("out/\(name).png") == scratch.data("alone.png"))
      #expect(try scratch.data("ab/\(name).npy") == scratch.data("alone.npy"))
    }
    let one = try colorize(
      scratch, "in", "--output", "one", "--hints", "points", "--jobs", "1", "--quiet")
    #expect(one.code == 0 && one.errors.isEmpty)
    for name in ["a", "b", "c"] {
      #expect(try scratch.data("one/\(name).png") == scratch.data("out/\(name).png"))
    }
  }

  @Test func onlyWhatHasChangedIsDoneAgain() throws {
    let scratch = try Self.folder()
    func told(_ more: String...) throws -> String {
      let outcome = try Program.start(
        ["colorize", "in", "--output", "out"] + more + Self.options, in: scratch.path
      ).wait()
      #expect(outcome.code == 0, "\(outcome.errors)")
      return outcome.output
    }
    func line(_ colorized: Int) -> String {
      "Pictures: out (\(colorized) colorized, \(3 - colorized) from before, 0 skipped)\n"
    }
    #expect(try told() == line(3))
    let record = try scratch.data("out/colorized.csv")
    let picture = try scratch.data("out/b.png")
    #expect(try told() == line(0))
    #expect(try scratch.data("out/colorized.csv") == record)
    // A result that is gone or spoilt; a last row that was cut short.
    try FileManager.default.removeItem(atPath: scratch.file("out/b.png"))
    #expect(try told() == line(1))
    #expect(try scratch.data("out/b.png") == picture)
    try scratch.put("spoilt", "out/b.png")
    #expect(try told() == line(1))
    try scratch.put(record.dropLast(40), "out/colorized.csv")
    #expect(try told() == line(1))
    #expect(try scratch.data("out/colorized.csv") == record)
    // Another picture, other points, chrominance that was not asked for before.
    try PNGFile.write(samplePicture(7, side: 60), to: scratch.file("in/a.png"))
    #expect(try told() == line(1))
    #expect(try told("--hints", "points") == line(1))
    #expect(try told("--hints", "all.csv") == line(3))
    #expect(try told("--hints", "all.csv", "--ab", "ab") == line(3))
    #expect(try told("--hints", "all.csv", "--ab", "ab") == line(0))
    #expect(try told("--hints", "all.csv") == line(0))
    let other = try scratch.run(
      "colorize", "in", "--output", "out", "--method", "gray", "--size", "48")
    #expect(other.output == line(3))
  }

  @Test func damagedPicturesAreSkipped() throws {
    let scratch = try Self.folder(damaged: true)
    for count in [3, 0] {
      let outcome = try colorize(scratch, "in", "--output", "out")
      #expect(outcome.code == 65 && outcome.signal == nil)
      #expect(
        outcome.output
          == "Pictures: out (\(count) colorized, \(3 - count) from before, 1 skipped)\n")
      #expect(
        outcome.errorLines.contains { $0.hasPrefix("Skipped: ") && $0.contains("in/cut.png") })
      #expect(
        outcome.errors.contains("hintbench: error: 1 of 4 pictures could not be used"))
    }
    for name in ["a", "b", "c"] { #expect(scratch.exists("out/\(name).png")) }
    #expect(!scratch.exists("out/cut.png"))
    // Points that are none, too.
    try FileManager.default.removeItem(atPath: scratch.file("in/cut.png"))
    try scratch.put("row,column,size,a,b\n48,0,7,1,1\n", "points/c.csv")
    try scratch.put("row,column,size,a,b\n", "points/nobody.csv")
    let outcome = try colorize(scratch, "in", "--output", "out", "--hints", "points")
    #expect(outcome.code == 65 && outcome.errors.contains("points/c.csv:2: row '48'"))
    #expect(outcome.errors.contains("files of points of no picture: nobody.csv"))
  }

  @Test func resultsCanBeJPEG() throws {
    let scratch = try Self.folder()
    #expect(try colorize(scratch, "in", "--output", "out", "--format", "jpg").code == 0)
    #expect(try colorize(scratch, "in/a.png", "--output", "a.jpg").code == 0)
    #expect(try colorize(scratch, "in/a.png", "--output", "a.png").code == 0)
    let bytes = try scratch.data("out/a.jpg")
    #expect(bytes.starts(with: [0xFF, 0xD8, 0xFF]))
    #expect(try scratch.data("a.jpg") == bytes)
    let (exact, lossy) = (
      try ImageFile.read(scratch.file("a.png")), try ImageFile.read(scratch.file("out/a.jpg"))
    )
    let error = zip(exact.pixels, lossy.pixels).reduce(0.0) { sum, pair in
      let difference = Double(pair.0) - Double(pair.1)
      return sum + difference * difference
    }
    #expect(error / Double(exact.pixels.count) < 25, "34 dB at least")
  }

  @Test func severalPicturesGoIntoAFolder() throws {
    let scratch = try Self.folder()
    try scratch.makeFolder("more")
    try scratch.copy("in/a.png", "more/a.png")
    let outcome = try colorize(scratch, "in/b.PNG", "in/a.png", "more/a.png", "--output", "out")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let made = try FileManager.default.contentsOfDirectory(atPath: scratch.file("out"))
      .filter { $0.hasSuffix(".png") }
    #expect(made.count == 3 && made.contains("b.png"))
    #expect(made.filter { $0.hasPrefix("a-") }.count == 2)
  }

  @Test func resultsForPrograms() throws {
    let scratch = try Self.folder(damaged: true)
    let outcome = try colorize(scratch, "in", "--output", "out", "--json")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let fields = try #require(object as? [String: Any])
    #expect(fields["colorized"] as? Int == 3 && fields["kept"] as? Int == 0)
    let skipped = try #require(fields["skipped"] as? [[String: String]])
    #expect(skipped.map { $0["name"] } == ["in/cut.png"] && outcome.code == 65)
  }

  @Test func thePicturesThemselvesAreSafe() throws {
    let scratch = try Self.folder()
    let before = try scratch.files(below: "in")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.file("link"), withDestinationPath: "in")
    for output in ["in", "./in/", "link"] {
      expectError(
        try colorize(scratch, "in", "--output", output), 64, "holds the pictures themselves")
    }
    expectError(
      try colorize(scratch, "in/a.png", "in/c.png", "--output", "in"), 64,
      "holds the pictures themselves")
    #expect(try scratch.files(below: "in") == before)
  }

  @Test(arguments: [
    ("in --output out.png", "names a folder"), ("in --ab ab", "names a folder"),
    ("in --output out --distribution d.npy", "for one picture"),
    ("in/a.png --output o.png --jobs 2", "for a folder of pictures"),
    ("in/a.png --output o.png --format jpg", "for a folder of pictures"),
    ("in --output out --format tif", "tif"), ("in --output out --jobs 0", "at least 1"),
  ])
  func wrongUsage(_ line: String, _ said: String) throws {
    let scratch = try Self.folder()
    let outcome = try Program.start(
      ["colorize"] + line.split(separator: " ").map(String.init) + Self.options, in: scratch.path
    ).wait()
    #expect(outcome.code == 64 && outcome.errors.contains(said), "\(outcome.errors)")
    #expect(!scratch.exists("out") && !scratch.exists("o.png") && !scratch.exists("out.png"))
  }

  @Test(arguments: ["o.tif", "o.webp", "folder.v2/o.bmp"])
  func otherEndingsAreRefusedBeforeWork(_ output: String) throws {
    let scratch = try Self.folder()
    try scratch.makeFolder("folder.v2")
    // The picture does not exist, which would show in the work.
    expectError(try colorize(scratch, "none.png", "--output", output), 64, output)
    #expect(!scratch.exists(output))
  }

  @Test func foldersMustHoldPictures() throws {
    let scratch = try Self.folder()
    try scratch.makeFolder("empty")
    expectError(try colorize(scratch, "empty", "--output", "out"), 65, "empty")
    expectError(try colorize(scratch, "in", "nowhere", "--output", "out"), 66, "nowhere")
    expectError(
      try colorize(scratch, "in", "--output", "out", "--hints", "nowhere.csv"), 66, "nowhere.csv")
    #expect(!scratch.exists("out"))
  }

  @Test func stoppedWorkIsResumed() throws {
    let scratch = try Self.folder()
    for index in 0..<12 {
      try PNGFile.write(samplePicture(index, side: 120), to: scratch.file("in/p\(index).png"))
    }
    let line = ["colorize", "in", "--output", "out", "--method", "levin2004-ab", "--size", "256"]
    let child = try Program.start(line + ["--jobs", "1"], in: scratch.path)
    child.wait { scratch.exists("out/a.png") && scratch.exists("out/b.png") }
    let stopped = child.end(by: SIGINT)
    #expect(stopped.code == 130, "\(stopped.errors)")
    #expect(stopped.errors.contains("of 15 pictures done in out; the same command resumes"))
    let again = try Program.start(line, in: scratch.path).wait()
    #expect(again.code == 0, "\(again.errors)")
    #expect(!again.output.contains("(15 colorized, 0 from before"))
    let whole = try Program.start(
      line.map { $0 == "out" ? "whole" : $0 }, in: scratch.path
    ).wait()
    #expect(whole.code == 0)
    #expect(try scratch.files(below: "out") == scratch.files(below: "whole"))
  }
}
