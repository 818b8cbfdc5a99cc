import Foundation
import Imaging
import Testing

/// `hintbench weights` on files of the affinity network.
@Suite struct AffinityWeightsTests {
  @Test func inspectKnowsTheNetwork() throws {
    let scratch = try Scratch.withAffinity()
    for (name, network) in [
      ("affinity", "network: affinity network on EfficientNet-Lite0"),
      ("guided", "network: affinity network on EfficientNet-Lite0, with global hints"),
    ] {
      let outcome = try scratch.command("weights inspect \(name).safetensors")
      #expect(outcome.code == 0)
      let facts = outcome.output.split(separator: "\n").prefix { !$0.hasPrefix("tensors: ") }
      #expect(facts.contains { $0 == network })
      #expect(facts.contains("pictures: reduced to 256 pixels, the chrominance enlarged again"))
      #expect(facts.contains { $0.hasPrefix("suggestions: by ") })
      // What the paper's networks alone have.
      #expect(!facts.contains { $0.hasPrefix("mask: ") || $0.hasPrefix("chrominance: ") })
    }
  }

  @Test func aDamagedNetworkIsTold() throws {
    let scratch = try Scratch()
    var bytes = try AffinityFile().local().bytes()
    // The header's name of one tensor.
    let name = Array("\"spread.null.bias\"".utf8)
    let place = try #require(bytes.firstRange(of: name))
    bytes.replaceSubrange(place, with: Array("\"spread.nulx.bias\"".utf8))
    try scratch.put(bytes, "part")
    let inspected = try scratch.command("weights inspect part")
    #expect(inspected.code == 0 && inspected.output.contains("network: none that HintBench runs"))
    #expect(inspected.output.contains("spread.null.bias"))
    expectError(try scratch.command("weights convert part o"), 65, "part", "spread.null.bias")
  }

  @Test func convertKeepsWhatMatters() throws {
    let scratch = try Scratch.withAffinity()
    let options = "--suggestion-rule coverage --suggestion-softening 0.8"
    let line = "weights convert guided.safetensors one --type F16 \(options)"
    #expect(try scratch.command(line).code == 0)
    #expect(try scratch.command("weights convert one two --type F16").code == 0)
    for name in ["one", "two"] {
      let inspected = try scratch.command("weights inspect \(name)").output
      #expect(inspected.contains("\nmetadata picture_side: 256\n"))
      #expect(
        inspected.contains("suggestions: by coverage, of the distribution of logits times 0.8"))
      #expect(inspected.contains(", with global hints\n"))
    }
    let colorize = "colorize in.png --size 64 --ab"
    #expect(try scratch.command("\(colorize) a.npy --weights one").code == 0)
    #expect(try scratch.command("\(colorize) b.npy --weights two").code == 0)
    #expect(try scratch.data("a.npy") == scratch.data("b.npy"))
    let usage = try scratch.command("weights convert one o --mask-center 0.5")
    #expect(usage.code == 64 && usage.errors.contains("--mask-center is for hint networks"))
    #expect(!scratch.exists("o"))
  }

  /// A folder for `check` with a network that ignores its input.
  private func constant() throws -> Scratch {
    let scratch = try Scratch()
    let logits = (0..<313).map { Float($0) / 100 }
    try scratch.put(
      AffinityFile().constant(ab: [0.5, -0.25], logits: logits).bytes(), "weights")
    try scratch.makeFolder("f")
    try write(scratch, "lightness", [32, 64]) { Float($0 % 97) }
    try write(scratch, "hint", [2, 32, 64]) { _ in 0.1 }
    try write(scratch, "mask", [32, 64]) { $0 % 31 == 0 ? 1 : 0 }
    try write(scratch, "tokens", [3, 5]) { Float($0 % 5) / 5 }
    try write(scratch, "ab", [2, 32, 64]) { $0 < 2048 ? 55 : -27.5 }
    try write(scratch, "logits", [313, 8, 16]) { Float($0 / 128) / 100 }
    for (index, channels) in [16, 24, 40, 112, 320].enumerated() {
      let (rows, columns) = (16 >> index, 32 >> index)
      try write(scratch, "f\(index + 1)", [channels, rows, columns]) { _ in 0 }
    }
    return scratch
  }

  private func write(
    _ scratch: Scratch, _ name: String, _ shape: [Int], _ value: (Int) -> Float
  ) throws {
    let values = (0..<shape.reduce(1, *)).map(value)
    try NumPyFile.write(values, shape: shape, to: scratch.file("f/\(name).npy"))
  }

  @Test func checkComparesEveryOutput() throws {
    let scratch = try constant()
    let outcome = try scratch.command("weights check weights f --planning ruled")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let rows = outcome.output.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",").map(String.init)
    }
    #expect(rows.map { $0[0] } == ["f1", "f2", "f3", "f4", "f5", "ab", "logits"])
    for row in rows {
      let greatest = try #require(Double(row[1]))
      // The maps of a picture are not 0, which is what is expected of them here.
      #expect(row[0].hasPrefix("f") ? greatest > 0.1 : greatest < 1e-4, "\(row)")
    }
  }

  @Test(
    arguments: [
      ("lightness", [32, 60]), ("lightness", [1, 32, 64]), ("hint", [32, 64]), ("mask", [64, 32]),
      ("tokens", [3, 4]), ("tokens", [201, 5]), ("ab", [2, 16, 64]), ("f3", [40, 4, 4]),
    ])
  func wrongShapesAreBadData(_ name: String, _ shape: [Int]) throws {
    let scratch = try constant()
    try write(scratch, name, shape) { _ in 0 }
    let outcome = try scratch.command("weights check weights f --planning ruled")
    #expect(outcome.signal == nil && outcome.code == 65, "\(outcome.errors)")
    #expect(outcome.errors.contains("f/\(name).npy") && outcome.errorLines.count == 1)
  }
}
