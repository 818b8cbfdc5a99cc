import Foundation
import Imaging
import Testing

/// `hintbench weights check`, on networks whose outputs are known without computing them.
@Suite struct WeightsCheckTests {
  /// A folder with a network that ignores its input: ab is 110·tanh(0.5) and 110·tanh(−0.25), the
  /// logit of bin k is k/100.
  private func constant(_ network: WeightsNetwork, bins: Int, head: String) throws -> Scratch {
    let scratch = try Scratch()
    var network = network
    for name in ["model_out.0", head] {
      network["\(name).weight"] = network["\(name).weight"].map { _ in 0 }
    }
    network["model_out.0.bias"] = [0.5, -0.25]
    network["\(head).bias"] = (0..<bins).map { Float($0) / 100 }
    try scratch.put(network.safetensors(), "weights")
    try scratch.makeFolder("f")
    let inputs = network.tensors[0].shape[1]
    try write(scratch, "input", [1, inputs, 16, 24]) { Float($0 % 7) / 7 - 0.5 }
    try write(scratch, "input_histogram", [1, 314, 1, 1]) { $0 == 313 ? 1 : Float(1) / 313 }
    try write(scratch, "input_saturation", [1, 2, 1, 1]) { _ in 1 }
    try write(scratch, "ab", [2, 16, 24]) { 110 * tanh($0 < 384 ? 0.5 : -0.25) }
    try write(scratch, "logits", [bins, 4, 6]) { Float($0 / 24) / 100 }
    return scratch
  }

  private func write(
    _ scratch: Scratch, _ name: String, _ shape: [Int], _ value: (Int) -> Float
  ) throws {
    let values = (0..<shape.reduce(1, *)).map(value)
    try NumPyFile.write(values, shape: shape, to: scratch.file("f/\(name).npy"))
  }

  private func differences(_ outcome: Program.Outcome) throws -> [String: [Double]] {
    let lines = outcome.output.split(separator: "\n").map {
      $0.split(separator: ",").map(String.init)
    }
    #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    #expect(
      lines.first == ["output", "maximum_difference", "mean_difference", "relative_difference"])
    return Dictionary(
      uniqueKeysWithValues: lines.dropFirst().map {
        ($0[0], $0.dropFirst().compactMap { Double($0) })
      })
  }

  @Test(arguments: [
    ("local", ""), ("local", " --planning direct"), ("global", " --planning ruled"),
  ])
  func rightOutputsAgree(_ variant: String, _ options: String) throws {
    let scratch =
      variant == "local"
      ? try constant(.local, bins: 529, head: "model_class.0")
      : try constant(.global, bins: 313, head: "hypercolumn.out")
    let found = try differences(scratch.command("weights check weights f" + options))
    #expect(Set(found.keys) == ["ab", "logits"])
    for (name, numbers) in found {
      #expect(numbers.count == 3 && numbers.allSatisfy { $0 < 1e-4 }, "\(name): \(numbers)")
    }
  }

  @Test func wrongOutputsDiffer() throws {
    let scratch = try constant(.local, bins: 529, head: "model_class.0")
    try write(scratch, "ab", [2, 16, 24]) { 110 * tanh($0 < 384 ? 0.5 : -0.25) + ($0 == 7 ? 3 : 0) }
    let found = try differences(scratch.command("weights check weights f --planning ruled"))
    let ab = try #require(found["ab"])
    #expect(abs(ab[0] - 3) < 1e-2 && abs(ab[1] - 3 / 768.0) < 1e-4)
    #expect(abs(ab[2] - 3 / (110 * tanh(0.5) + 3)) < 1e-3)
    #expect(try #require(found["logits"]).allSatisfy { $0 < 1e-4 })
  }

  @Test func missingFilesAreNamed() throws {
    for name in ["input", "ab", "logits", "input_histogram", "input_saturation"] {
      let scratch = try constant(.global, bins: 313, head: "hypercolumn.out")
      try FileManager.default.removeItem(atPath: scratch.file("f/\(name).npy"))
      let outcome = try scratch.command("weights check weights f --planning ruled")
      #expect(outcome.code == 66 && outcome.errors.contains("f/\(name).npy"), "\(outcome.errors)")
      #expect(outcome.errorLines.count == 1)
    }
  }

  /// Arrays that do not fit the network are bad data, told in one line.
  @Test(
    arguments: [
      ("input", [1, 3, 16, 24]), ("input", [1, 4, 20, 20]), ("input", [1, 4, 0, 0]),
      ("input", [1, 4, 8, 0]), ("input", [4, 16, 24]), ("input", [2, 4, 16, 24]),
      ("ab", [2, 16, 16]), ("logits", [313, 4, 6]),
    ])
  func wrongShapesAreBadData(_ name: String, _ shape: [Int]) throws {
    let scratch = try constant(.local, bins: 529, head: "model_class.0")
    try write(scratch, name, shape) { _ in 0 }
    let outcome = try scratch.command("weights check weights f --planning ruled")
    #expect(outcome.signal == nil && outcome.code == 65, "\(outcome.code ?? -1): \(outcome.errors)")
    #expect(outcome.errors.contains("f/\(name).npy") && outcome.errorLines.count == 1)
  }
}
