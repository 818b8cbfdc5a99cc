import Foundation
import Imaging
import Testing

/// Every other command does what it says.
@Suite struct CommandTests {
  @Test func colorizeWritesPictureAndArray() throws {
    let scratch = try Scratch()
    try PNGFile.write(samplePicture(side: 80), to: scratch.file("in.png"))
    try scratch.put("row,column,size,a,b\n10,12,7,40,-30\n40,50,3,-20,25.5\n", "hints.csv")
    let outcome = try scratch.run(
      "colorize", "in.png", "--method", "levin2004-ab", "--hints", "hints.csv", "--size", "64",
      "--output", "out.png", "--ab", "ab.npy")
    #expect(outcome.code == 0 && outcome.output.isEmpty && outcome.errors.isEmpty)
    let header = try scratch.data("ab.npy").prefix(128)
    #expect(header.starts(with: [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59, 1, 0]))
    #expect(String(decoding: header, as: UTF8.self).contains("'<f4'"))
    let ab = try NumPyFile.read(scratch.file("ab.npy"))
    #expect(ab.shape == [2, 64, 64])
    for (row, column, a, b) in [(10, 12, 40.0, -30.0), (7, 9, 40, -30), (41, 51, -20, 25.5)] {
      #expect(ab.values[row * 64 + column] == a)
      #expect(ab.values[4096 + row * 64 + column] == b)
    }
    #expect(ab.values.prefix(4096).allSatisfy { (-20.001...40.001).contains($0) })
    #expect(ab.values.suffix(4096).allSatisfy { (-30.001...25.501).contains($0) })
    let picture = try ImageFile.read(scratch.file("out.png"))
    #expect(picture.height == 64 && picture.width == 64)
    let center = (10 * 64 + 12) * 3
    #expect(picture.pixels[center] > picture.pixels[center + 1], "a hint of +a is not green")
  }

  @Test func colorizeWithoutHintsIsGray() throws {
    let scratch = try Scratch()
    try PNGFile.write(samplePicture(side: 80), to: scratch.file("in.png"))
    for method in ["gray", "levin2004", "levin2004-ab"] {
      let outcome = try scratch.run(
        "colorize", "in.png", "--method", method, "--size", "48", "--output", "\(method).png")
      #expect(outcome.code == 0)
      let pixels = try ImageFile.read(scratch.file("\(method).png")).pixels
      #expect(pixels.count == 48 * 48 * 3 && Set(pixels).count > 20)
      let most = stride(from: 0, to: pixels.count, by: 3).map { index in
        let pixel = pixels[index..<(index + 3)]
        return (pixel.max() ?? 0) - (pixel.min() ?? 0)
      }.max()
      #expect((most ?? 255) <= 1)
    }
  }

  @Test func colorizeKeepsTheFullSize() throws {
    let scratch = try Scratch()
    let picture = samplePicture(3, side: 96).resized(height: 70, width: 110)
    try PNGFile.write(picture, to: scratch.file("in.png"))
    let outcome = try scratch.run(
      "colorize", "in.png", "--method", "levin2004-ab", "--size", "full", "--output", "out.png",
      "--ab", "ab.npy")
    #expect(outcome.code == 0)
    let result = try ImageFile.read(scratch.file("out.png"))
    #expect(result.height == 70 && result.width == 110)
    #expect(try NumPyFile.read(scratch.file("ab.npy")).shape == [2, 256, 256])
  }

  @Test func colorizeSeesNoColors() throws {
    let scratch = try Scratch()
    var picture = samplePicture(1)
    try PNGFile.write(picture, to: scratch.file("color.png"))
    // The same lightness without colour, by the program itself.
    #expect(
      try scratch.run(
        "colorize", "color.png", "--method", "gray", "--size", "64", "--output", "gray.png"
      ).code == 0)
    picture = try ImageFile.read(scratch.file("gray.png"))
    try scratch.put("row,column,size,a,b\n30,30,7,40,20\n", "hints.csv")
    for name in ["color", "gray"] {
      let outcome = try scratch.run(
        "colorize", "\(name).png", "--method", "levin2004-ab", "--hints", "hints.csv", "--size",
        "64", "--output", "\(name)-out.png")
      #expect(outcome.code == 0)
    }
    let (one, other) = (
      try ImageFile.read(scratch.file("color-out.png")).pixels,
      try ImageFile.read(scratch.file("gray-out.png")).pixels
    )
    // Truncation to 8 bits moved the grey picture's lightness by less than a level.
    #expect(zip(one, other).map { abs(Int($0) - Int($1)) }.max() ?? 255 <= 4)
  }

  @Test func measureComparesPictures() throws {
    let scratch = try Scratch()
    try PNGFile.write(RGBImage(height: 20, width: 20), to: scratch.file("black.png"))
    try PNGFile.write(
      RGBImage(height: 20, width: 20, filledWith: (255, 255, 255)), to: scratch.file("white.png"))
    let same = try scratch.run("measure", "black.png", "black.png")
    let lines = same.output.split(separator: "\n")
    #expect(same.code == 0 && lines.first == "metric,value,unit")
    #expect(lines.contains("psnr,inf,dB"))
    #expect(lines.count >= 3 && lines.allSatisfy { $0.split(separator: ",").count >= 2 })
    let other = try scratch.run("measure", "black.png", "white.png")
    #expect(other.output.contains("psnr,0.000000,dB"))
    #expect(other.code == 0)
  }

  @Test func scenesAreTheSameEveryTime() throws {
    let scratch = try Scratch()
    for folder in ["a", "b"] {
      let outcome = try scratch.run("scenes", "--count", "3", "--size", "48", "--output", folder)
      #expect(outcome.code == 0)
      #expect(
        outcome.output
          == "\(folder)/000-sky-over-sea.png\n\(folder)/001-meadow.png\n\(folder)/002-forest.png\n")
    }
    for name in ["000-sky-over-sea", "001-meadow", "002-forest"] {
      #expect(try scratch.data("a/\(name).png") == scratch.data("b/\(name).png"))
      #expect(try ImageFile.read(scratch.file("a/\(name).png")).width == 48)
    }
    #expect(
      try scratch.run(
        "scenes", "--count", "1", "--size", "48", "--seed", "1", "--output", "c"
      ).code == 0)
    #expect(
      try scratch.data("c/000-sky-over-sea.png") != scratch.data("a/000-sky-over-sea.png"))
  }

  @Test func methodsAreListed() throws {
    let outcome = try Scratch().run("methods")
    let rows = outcome.output.split(separator: "\n").map { $0.split(separator: "\t") }
    #expect(outcome.code == 0 && rows.allSatisfy { $0.count == 4 })
    let ready = rows.filter { $0[1].hasPrefix("ready") }.map { $0[0] }
    #expect(Set(ready).isSuperset(of: ["gray", "levin2004", "levin2004-ab"]))
  }

  @Test func studiesAreFoundAndChecked() throws {
    let scratch = try Scratch()
    try scratch.makeFolder("Studies")
    try scratch.put(tinyStudy, "Studies/tiny.yaml")
    let listed = try scratch.run("studies")
    #expect(listed.code == 0 && listed.output == "tiny\tStudies/tiny.yaml\tA tiny study\trun\n")
    for name in ["tiny", "Studies/tiny.yaml"] {
      let outcome = try scratch.run("validate", name)
      #expect(outcome.code == 0)
      #expect(
        outcome.output == "Studies/tiny.yaml: fine, a study of methods for 'hintbench run' "
          + "(tiny, version 1: A tiny study)\n")
    }
  }

  @Test func doctorNamesEveryLibrary() throws {
    let outcome = try Scratch().run("doctor")
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    for name in ["HintBench 0.", "OpenBLAS: ", "SuperLU: ", "SQLite: ", "libpng: ", "libjpeg"] {
      #expect(outcome.output.contains(name), "\(name)")
    }
    #expect(outcome.output.contains("missing"))
  }

  @Test(arguments: [["--help"], ["help", "run"], ["run", "--help"], ["--version"]])
  func helpIsNoError(_ arguments: [String]) throws {
    let scratch = try Scratch()
    let outcome = try Program.start(arguments, in: scratch.path).wait()
    #expect(outcome.code == 0 && !outcome.output.isEmpty && outcome.errors.isEmpty)
  }
}
