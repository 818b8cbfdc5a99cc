import Foundation
import Glibc
import Imaging
import Testing

/// Names and entries of folders that public reports were about: no picture goes missing in silence.
@Suite struct OddNameTests {
  /// The names of what cannot be used in ``folder()``, as they are told.
  private static let unusable = [
    "caf\\xE9.jpg", "dangling.png", "folder.png", "loop.png", "pipe.png", "scan.tiff",
  ]

  /// Two pictures, one of them named .jfif, and everything that only looks like one.
  private func folder() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.put(
      tinyStudy.replacingOccurrences(of: "[gray, levin2004, levin2004-ab]", with: "[gray]")
        .replacingOccurrences(of: "[random, max-error]", with: "[random]"), "gray.yaml")
    try scratch.makeFolder("names/folder.png")
    try PNGFile.write(samplePicture(0), to: scratch.file("names/a.png"))
    try PictureFile.write(samplePicture(1), to: scratch.file("names/g.jfif"))
    try scratch.put("TIFF", "names/scan.tiff")
    try scratch.put("AppleDouble", "names/._a.png")
    let manager = FileManager.default
    for (name, target) in [("dangling.png", "../missing/object"), ("loop.png", "loop.png")] {
      try manager.createSymbolicLink(
        atPath: scratch.file("names/\(name)"), withDestinationPath: target)
    }
    #expect(mkfifo(scratch.file("names/pipe.png"), 0o600) == 0)
    try shell("cp names/a.png $'names/caf\\xe9.jpg'", in: scratch)
    return scratch
  }

  private func shell(_ line: String, in scratch: Scratch) throws {
    let outcome = try Child(
      "/bin/bash", ["-c", line], folder: scratch.path, environment: [:]
    ).wait()
    try #require(outcome.code == 0, "\(outcome.errors)")
  }

  @Test func aRunUsesOrNamesEveryPicture() throws {
    let scratch = try folder()
    let outcome = try scratch.run("run", "gray.yaml", "--images", "names", "--output", "r")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let told = outcome.errorLines.filter { $0.hasPrefix("Skipped: ") }
    #expect(told.count == Self.unusable.count)
    for (line, name) in zip(told, Self.unusable) { #expect(line.contains("names/\(name)")) }
    let data = try scratch.data("r/manifest.json")
    let manifest = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let skipped = try #require(manifest["skipped"] as? [[String: String]])
    #expect(skipped.map { $0["name"] } == Self.unusable)
    let report = try scratch.text("r/report.html")
    #expect(Self.unusable.allSatisfy { report.contains("Skipped \($0)") })
    let rows = try scratch.lines("r/results.csv").dropFirst()
    #expect(Set(rows.map { $0.split(separator: ",")[1] }) == ["a.png", "g.jfif"])
  }

  @Test func aStrictRunStopsAtTheFirst() throws {
    let scratch = try folder()
    expectError(
      try scratch.run("run", "gray.yaml", "--images", "names", "--output", "r", "--strict"), 65,
      "caf\\xE9.jpg", "not UTF-8")
    #expect(!scratch.exists("r"))
  }

  @Test func designsNameWhatTheyLeaveOut() throws {
    let scratch = try folder()
    for folder in ["truth", "mine"] {
      try scratch.makeFolder(folder)
      for index in 0..<4 {
        try PNGFile.write(
          samplePicture(index, side: 32), to: scratch.file("\(folder)/p\(index).png"))
      }
    }
    try PNGFile.write(samplePicture(), to: scratch.file("mine/p5_fake.png"))
    try shell("cp -a names/dangling.png truth/lost.png; cp -a names/caf* mine/", in: scratch)
    let judged = try scratch.run(
      "judge", "design", "--truth", "truth", "--method", "mine=mine", "--judges", "2", "--trials",
      "2", "--practice", "1", "--vigilance", "0", "--image-size", "32", "--output", "judged")
    #expect(judged.code == 0, "\(judged.errors)")
    let expected = [
      ("caf\\xE9.jpg", "of mine has a name that is not UTF-8; rename it"),
      ("lost.png", "of the truth is a link to a file that is not there; mend or remove it"),
      ("p5_fake", "\"has no picture of the truth, only of mine\""),
    ]
    for (name, reason) in expected {
      let reason = reason.replacingOccurrences(of: "\"", with: "")
      #expect(judged.errorLines.contains("Left out: '\(name)' \(reason)"), "\(judged.errors)")
    }
    #expect(
      try scratch.lines("judged/left_out.csv")
        == ["picture,reason"] + expected.map { "\($0.0),\($0.1)" })

    try scratch.put(
      """
      study: odd
      title: Odd names
      images: names
      subjects: 2
      pictures: 1
      training: {pictures: 0}
      method: gray

      """, "paint.yaml")
    let painted = try scratch.run("paint", "design", "paint.yaml", "--output", "painted")
    #expect(painted.code == 0, "\(painted.errors)")
    for name in Self.unusable {
      #expect(painted.errorLines.contains { $0.hasPrefix("Left out: '\(name)' ") })
    }
    #expect(try scratch.lines("painted/left_out.csv").count == 1 + Self.unusable.count)
  }

  @Test func aTrainingNamesWhatItDoesNotLearnFrom() throws {
    let scratch = try folder()
    try scratch.put(
      """
      training: odd
      seed: 1
      threads: 1
      network: {variant: local, width: 4}
      data: {photographs: [{folder: names}]}
      phases: [{size: 16, batch: 2, samples: 2}]

      """, "train.yaml")
    let outcome = try scratch.run("train", "train.yaml", "--output", "t")
    #expect(outcome.code == 0, "\(outcome.errors)")
    for name in Self.unusable {
      #expect(outcome.errorLines.contains { $0.contains("not learned from: names/\(name): ") })
    }
  }

  /// Two names that Swift's texts take for one, in NFC and in NFD.
  @Test func namesThatLookAlikeStayTwo() throws {
    let scratch = try folder()
    let names = ["b.png", "cafe\u{301}.png", "caf\u{E9}.png"]
    try scratch.makeFolder("twins")
    for (index, name) in names.enumerated() {
      try PNGFile.write(samplePicture(index), to: scratch.file("twins/\(name)"))
    }
    let outcome = try scratch.run("run", "gray.yaml", "--images", "twins", "--output", "r")
    #expect(outcome.code == 0, "\(outcome.errors)")
    // By bytes, in the order of bytes: five points and five rows of judgement an image.
    let hints = try bytes(ofFirstColumn: 0, in: scratch.lines("r/hints.csv").dropFirst())
    let each = names.map { Array($0.utf8) }
    #expect(hints == each.flatMap { Array(repeating: $0, count: 5) })
    let results = try bytes(ofFirstColumn: 1, in: scratch.lines("r/results.csv").dropFirst())
    #expect(results == each.flatMap { Array(repeating: $0, count: 4) })
  }

  private func bytes(ofFirstColumn column: Int, in lines: ArraySlice<String>) -> [[UInt8]] {
    lines.map { Array($0.split(separator: ",")[column].utf8) }
  }

  @Test func anArgumentThatIsNotUTF8IsAMistake() throws {
    let scratch = try folder()
    let program = try #require(Program.path)
    for line in [
      "$'names/caf\\xe9.jpg' --output o.png", "names/a.png --output $'\\xff.png'",
    ] {
      let outcome = try Child(
        "/bin/bash", ["-c", "exec '\(program)' colorize --method gray \(line)"],
        folder: scratch.path, environment: [:]
      ).wait()
      expectError(outcome, 65, "is not UTF-8")
      #expect(outcome.errors.contains("caf\\xE9.jpg") || outcome.errors.contains("\\xFF.png"))
    }
    #expect(!scratch.exists("o.png"))
  }

  @Test(arguments: ["run", "judge", "paint"]) func aFileIsNoFolder(_ command: String) throws {
    let scratch = try folder()
    let arguments =
      switch command {
      case "run": ["run", "gray.yaml", "--images", "names/a.png", "--output", "o"]
      case "judge":
        ["judge", "design", "--truth", "names/a.png", "--method", "m=names", "--output", "o"]
      default: ["paint", "design", "paint.yaml", "--images", "names/a.png", "--output", "o"]
      }
    try scratch.put(
      "study: odd\ntitle: Odd\nsubjects: 2\npictures: 1\nmethod: gray\n", "paint.yaml")
    expectError(
      try Program.start(arguments, in: scratch.path).wait(), 65, "names/a.png",
      "a folder of pictures is wanted")
  }
}
