import Foundation
import Imaging
import Testing

/// `prepare`: inputs for programs of any language.
@Suite struct PrepareTests {
  /// L* of an 8-bit grey or coloured pixel, by the formulas of sRGB and CIE 1976, D65.
  private func lightness(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Double {
    func linear(_ sample: UInt8) -> Double {
      let level = Double(sample) / 255
      return level > 0.04045 ? pow((level + 0.055) / 1.055, 2.4) : level / 12.92
    }
    let y = 0.212671 * linear(red) + 0.715160 * linear(green) + 0.072169 * linear(blue)
    return y > 0.008856 ? 116 * cbrt(y) - 16 : 903.3 * y
  }

  @Test func inputsAreWhatTheReadMeSays() throws {
    let scratch = try Scratch.withStudies()
    let outcome = try scratch.run("prepare", "--study", "tiny.yaml", "--output", "p")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output == "Inputs: p/README.txt   2 pictures, points of random\n")
    #expect(outcome.errors.contains("the points of max-error follow each method's own prediction"))
    let drawn = try scratch.run(
      "scenes", "--count", "2", "--seed", "7", "--size", "64", "--output", "drawn")
    #expect(drawn.code == 0)
    for name in ["000-sky-over-sea", "001-meadow"] {
      let truth = try ImageFile.read(scratch.file("p/truth/\(name).png"))
      #expect(truth == (try ImageFile.read(scratch.file("drawn/\(name).png"))))
      let array = try NumPyFile.read(scratch.file("p/lightness/\(name).npy"))
      #expect(array.shape == [64, 64])
      for pixel in stride(from: 0, to: 4096, by: 37) {
        let sample = truth.pixels[(3 * pixel)..<(3 * pixel + 3)].map { $0 }
        let expected = lightness(sample[0], sample[1], sample[2])
        #expect(abs(array.values[pixel] - expected) < 0.01)
      }
      // The grey picture is what the method gray makes.
      let gray = try scratch.run(
        "colorize", "p/truth/\(name).png", "--method", "gray", "--size", "64", "--output", "g.png")
      #expect(gray.code == 0)
      #expect(try scratch.data("p/gray/\(name).png") == scratch.data("g.png"))
    }
    let text = try scratch.text("p/README.txt")
    #expect(text.contains("shape (64,64)") && text.contains("truncate"))
    #expect(text.contains("judged at 0, 1, 2, 5 points"))
  }

  /// Drawn by a study or read from its run, the points are those of the run's `hints.csv`.
  @Test(arguments: [["--study", "tiny.yaml"], ["--hints", "run"]])
  func pointsAreThoseOfARun(_ source: [String]) throws {
    let scratch = try Scratch.withStudies()
    try FileManager.default.copyItem(
      atPath: TinyRun.scratch().file("run"), toPath: scratch.file("run"))
    let outcome = try Program.start(
      ["prepare", "--output", "p"] + source, in: scratch.path
    ).wait()
    #expect(outcome.code == 0, "\(outcome.errors)")
    let rows = try scratch.lines("run/hints.csv").map {
      $0.split(separator: ",").map(String.init)
    }
    for name in ["000-sky-over-sea", "001-meadow"] {
      let expected = rows.filter { $0[0] == name && $0[2] == "random" }
        .map { $0[4...8].joined(separator: ",") }
      #expect(
        try scratch.lines("p/hints/random/\(name).csv") == ["row,column,size,a,b"] + expected)
      #expect(expected.count == 5)
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: scratch.file("p/hints")) == ["random"])
    let data = try scratch.data("p/manifest.json")
    let manifest = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let oracles = try #require(manifest["oracles"] as? [[String: Any]])
    #expect(oracles.map { $0["points"] as? [Int] } == [[0, 1, 2, 5]])
    #expect(manifest["size"] as? Int == 64)
  }

  @Test func foldersOfPhotographs() throws {
    let scratch = try Scratch.withStudies()
    try scratch.makeFolder("in")
    for (index, name) in ["a.png", "a.jpg", "b.png"].enumerated() {
      try PNGFile.write(samplePicture(index, side: 90), to: scratch.file("in/\(name)"))
    }
    try scratch.put("no picture", "in/bad.png")
    for folder in ["p", "again"] {
      let outcome = try scratch.run("prepare", "in", "--output", folder, "--size", "32")
      #expect(outcome.code == 0 && outcome.errors.contains("Skipped: "), "\(outcome.errors)")
    }
    let files = try scratch.files(below: "p")
    #expect(
      Set(files.keys)
        == Set(
          ["README.txt", "manifest.json"]
            + ["a.png", "a.jpg", "b"].flatMap {
              ["truth/\($0).png", "gray/\($0).png", "lightness/\($0).npy"]
            }))
    #expect(try scratch.files(below: "again") == files, "the same inputs give the same bytes")
    let expected = samplePicture(2, side: 90).resized(height: 32, width: 32)
    #expect(try ImageFile.read(scratch.file("p/truth/b.png")) == expected)
    // Once more into the same folder changes nothing; other pictures do not mix with these.
    #expect(try scratch.run("prepare", "in", "--output", "p", "--size", "32").code == 0)
    #expect(try scratch.files(below: "p") == files)
    try FileManager.default.removeItem(atPath: scratch.file("in/b.png"))
    expectError(
      try scratch.run("prepare", "in", "--output", "p", "--size", "32"), 65,
      "p: holds something else (", "b.")
    expectError(
      try scratch.run("prepare", "in", "--output", "x", "--strict"), 65, "bad.png")
    // A run that knows other pictures has no points of these.
    try FileManager.default.copyItem(
      atPath: TinyRun.scratch().file("run"), toPath: scratch.file("run"))
    let strange = try scratch.run("prepare", "in", "--hints", "run", "--output", "y")
    #expect(strange.code == 0 && strange.errors.contains("the run has no points of a.jpg, a.png"))
    #expect(!scratch.exists("y/hints/random/a.png.csv"))
  }

  @Test(arguments: [
    ("prepare --output p", "give a folder of pictures"),
    ("prepare in --study tiny.yaml --hints run --output p", "not both"),
    ("prepare in --size 8 --output p", "16 to 4096"),
    ("prepare in --size 64 --study tiny.yaml --output p", "the study says the size"),
    ("prepare in --seed 3 --output p", "--seed is for --study"), ("prepare in", "--output"),
  ])
  func wrongUsage(_ line: String, _ said: String) throws {
    let scratch = try Scratch.withStudies()
    let outcome = try scratch.command(line)
    #expect(outcome.code == 64 && outcome.errors.contains(said), "\(outcome.errors)")
    #expect(!scratch.exists("p"))
  }

  @Test func missingInputs() throws {
    let scratch = try Scratch.withStudies()
    try scratch.makeFolder("empty")
    try scratch.put("a file", "blocked")
    expectError(try scratch.run("prepare", "none", "--output", "p"), 66, "none")
    expectError(try scratch.run("prepare", "empty", "--output", "p"), 65, "empty")
    expectError(
      try scratch.run("prepare", "--study", "none.yaml", "--output", "p"), 66, "none.yaml")
    expectError(try scratch.run("prepare", "--hints", "none", "--output", "p"), 66, "none")
    expectError(
      try scratch.run("prepare", "--study", "tiny.yaml", "--output", "blocked/p"), 74, "blocked")
    #expect(!scratch.exists("p"))
  }
}
