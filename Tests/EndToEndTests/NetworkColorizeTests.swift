import Foundation
import Imaging
import Testing

/// `hintbench colorize` with the learned methods.
@Suite struct NetworkColorizeTests {
  private static let local =
    "colorize in.png --method local-hints --weights local.safetensors --size 48"
  private static let global =
    "colorize in.png --method global-hints --weights global.safetensors --size 48"

  /// The chrominance that a command writes.
  private func ab(_ scratch: Scratch, _ line: String) throws -> [Double] {
    let outcome = try scratch.command(line + " --ab ab.npy --quiet")
    try #require(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output.isEmpty && outcome.errors.isEmpty)
    return try NumPyFile.read(scratch.file("ab.npy")).values
  }

  @Test func hintsChangeTheColors() throws {
    let scratch = try Scratch.withNetworks()
    try scratch.put("row,column,size,a,b\n20,20,7,60,-50\n30,10,3,-20,40\n", "hints.csv")
    let without = try ab(scratch, Self.local)
    let hinted = try ab(scratch, Self.local + " --hints hints.csv")
    #expect(without.count == 2 * 48 * 48 && without.contains { abs($0) > 2 })
    #expect(zip(hinted, without).contains { abs($0 - $1) > 0.5 })
    #expect(try ab(scratch, Self.local + " --hints hints.csv") == hinted)
    // Without points it is the automatic method, which takes none.
    let automatic = Self.local.replacingOccurrences(of: "local-hints", with: "automatic")
    #expect(try ab(scratch, automatic) == without)
    #expect(try ab(scratch, automatic + " --hints hints.csv") == without)
  }

  @Test func globalHintsChangeTheColors() throws {
    let scratch = try Scratch.withNetworks()
    try PNGFile.write(
      RGBImage(height: 30, width: 40, filledWith: (220, 60, 20)), to: scratch.file("red.png"))
    try PNGFile.write(
      RGBImage(height: 30, width: 40, filledWith: (20, 60, 220)), to: scratch.file("blue.png"))
    let results = try [
      "", " --saturation 0.1", " --saturation 0.9", " --histogram-from red.png",
      " --histogram-from blue.png", " --histogram-from red.png --saturation 0.9",
    ].map { try ab(scratch, Self.global + $0) }
    #expect(Set(results).count == results.count)
    try scratch.put("row,column,size,a,b\n20,20,7,60,-50\n", "hints.csv")
    #expect(try ab(scratch, Self.global + " --hints hints.csv") == results[0])
  }

  @Test(arguments: [
    ("local", "local-hints", 529), ("local", "automatic", 529), ("global", "global-hints", 313),
  ])
  func distributionsSumToOne(_ file: String, _ method: String, _ bins: Int) throws {
    let scratch = try Scratch.withNetworks()
    let line = "colorize in.png --method \(method) --weights \(file).safetensors --size 30"
    let colors = try ab(scratch, line)
    #expect(try ab(scratch, line + " --distribution d.npy --output o.png") == colors)
    #expect(try ImageFile.read(scratch.file("o.png")).width == 30)
    let distribution = try NumPyFile.read(scratch.file("d.npy"))
    #expect(distribution.shape == [bins, 30, 30])
    #expect(distribution.values.allSatisfy { (0...1).contains($0) })
    for pixel in 0..<900 {
      let sum = stride(from: pixel, to: bins * 900, by: 900).reduce(0) {
        $0 + distribution.values[$1]
      }
      #expect(abs(sum - 1) < 1e-4)
    }
    #expect(Set(distribution.values).count > 1000, "it differs from pixel to pixel")
    // Alone, too.
    #expect(try scratch.command(line + " --distribution e.npy").code == 0)
    #expect(try scratch.data("e.npy") == scratch.data("d.npy"))
  }

  @Test func fullSizeHasTheSizeOfThePicture() throws {
    let scratch = try Scratch.withNetworks()
    let picture = samplePicture(3, side: 96).resized(height: 70, width: 110)
    try PNGFile.write(picture, to: scratch.file("wide.png"))
    for way in ["joint-bilateral", "bilinear"] {
      let outcome = try scratch.command(
        "colorize wide.png --method automatic --weights local.safetensors --size full"
          + " --enlarge \(way) --output \(way).png --ab \(way).npy")
      #expect(outcome.code == 0, "\(outcome.errors)")
      let result = try ImageFile.read(scratch.file("\(way).png"))
      #expect(result.height == 70 && result.width == 110)
      #expect(try NumPyFile.read(scratch.file("\(way).npy")).shape == [2, 256, 256])
    }
    #expect(try scratch.data("bilinear.npy") == scratch.data("joint-bilateral.npy"))
  }

  @Test func enlargingFollowsEdges() throws {
    let scratch = try Scratch.withNetworks()
    try PNGFile.write(samplePicture(2, side: 400), to: scratch.file("large.png"))
    for way in ["joint-bilateral", "bilinear"] {
      let outcome = try scratch.command(
        "colorize large.png --method automatic --weights local.safetensors --size full"
          + " --enlarge \(way) --output \(way).png")
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(try ImageFile.read(scratch.file("\(way).png")).width == 400)
    }
    #expect(try scratch.data("bilinear.png") != scratch.data("joint-bilateral.png"))
  }

  @Test func learnedMethodsNeedTheirWeights() throws {
    let scratch = try Scratch.withNetworks()
    let line = "colorize in.png --output o.png --size 48 --method "
    for (method, network) in [
      ("local-hints", "Local"), ("automatic", "Local"), ("global-hints", "Global"),
      ("global-hints-saturation", "Global"),
    ] {
      expectError(
        try scratch.command(line + method), 64,
        "method \(method) needs the weights of a \(network) Hints Network: --weights FILE")
      let other = network == "Local" ? "global" : "local"
      let outcome = try scratch.command(line + "\(method) --weights \(other).safetensors")
      expectError(outcome, 64, "method \(method) needs the weights of a \(network) Hints Network")
      #expect(outcome.errorLines.count == 1)
    }
    expectError(try scratch.command(line + "local-hints --weights none"), 66, "none")
    try scratch.put("no weights", "text")
    expectError(try scratch.command(line + "local-hints --weights text"), 65, "text")
    #expect(!scratch.exists("o.png"))
  }

  @Test func distributionsNeedAHead() throws {
    let scratch = try Scratch.withNetworks()
    let line = "colorize in.png --size 48 --distribution d.npy --method "
    expectError(
      try scratch.command(line + "local-hints --weights headless.safetensors"), 64,
      "headless.safetensors: has no colour distribution branch")
    expectError(try scratch.command(line + "gray"), 64, "method gray predicts no distribution")
    #expect(!scratch.exists("d.npy"))
    let plain = "colorize in.png --size 48 --method local-hints --weights headless.safetensors"
    #expect(try ab(scratch, plain).contains { abs($0) > 2 })
  }

  @Test(
    arguments: [
      "--method global-hints --weights global.safetensors --saturation 1.5",
      "--method global-hints --weights global.safetensors --saturation -0.1",
      "--method global-hints --weights global.safetensors --saturation nan",
      "--method local-hints --weights local.safetensors --saturation 0.5",
      "--method local-hints --weights local.safetensors --histogram-from in.png",
      "--method automatic --weights local.safetensors --enlarge nearest",
      "--method automatic --weights",
    ])
  func wrongUsage(_ options: String) throws {
    let scratch = try Scratch.withNetworks()
    let outcome = try scratch.command("colorize in.png --output o.png " + options)
    #expect(outcome.code == 64 && outcome.errors.contains("Usage: hintbench colorize"))
    #expect(!scratch.exists("o.png"))
  }

  @Test func referencesMustBePictures() throws {
    let scratch = try Scratch.withNetworks()
    try scratch.put("no picture", "text")
    let line = Self.global + " --output o.png --histogram-from "
    expectError(try scratch.command(line + "none.png"), 66, "none.png")
    expectError(try scratch.command(line + "text"), 65, "text")
    #expect(!scratch.exists("o.png"))
  }

  @Test func methodsSayWhatTheyNeed() throws {
    let rows = try Scratch().command("methods").output.split(separator: "\n")
      .map { $0.split(separator: "\t").map(String.init) }
    let needy = rows.filter { $0[1] == "needs --weights" }.map { $0[0] }
    let paper = ["automatic", "local-hints", "global-hints", "global-hints-saturation"]
    let own = [
      "affinity-automatic", "affinity-hints", "affinity-global-hints",
      "affinity-global-hints-saturation",
    ]
    #expect(Set(needy) == Set(paper + own))
  }
}
