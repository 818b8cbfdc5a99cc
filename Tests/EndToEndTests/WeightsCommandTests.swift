import Foundation
import Imaging
import Testing

/// `hintbench weights inspect`, `convert` and `check`.
@Suite struct WeightsCommandTests {
  @Test func inspectShowsEveryTensor() throws {
    let scratch = try Scratch.withNetworks()
    let outcome = try scratch.command("weights inspect local.safetensors")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    let network = WeightsNetwork.local
    let count = network.tensors.reduce(0) { $0 + $1.values.count }
    #expect(lines[0] == "file: local.safetensors")
    #expect(lines[1].hasPrefix("format: safetensors, "))
    #expect(lines[2].wholeMatch(of: /sha256: [0-9a-f]{64}/) != nil)
    for line in [
      "network: Local Hints, width 4, 529-bin palette head", "mask: 0 or 1, minus 0.0",
      "chrominance: tanh times 110.0", "tensors: 98, \(count) numbers",
    ] {
      #expect(lines.contains(line), "\(line)")
    }
    let header = "name,shape,type,minimum,maximum,mean,deviation"
    let rows = try lines.suffix(from: #require(lines.firstIndex(of: header)) + 1)
      .map { $0.split(separator: ",").map(String.init) }
    #expect(rows.map { $0[0] } == network.tensors.map(\.name))
    for (row, tensor) in zip(rows, network.tensors) {
      #expect(row.count == 7 && row[2] == "F32")
      #expect(row[1] == tensor.shape.map(String.init).joined(separator: "×"))
      let (least, most) = (tensor.values.min() ?? 0, tensor.values.max() ?? 0)
      let mean = tensor.values.reduce(0, +) / Float(tensor.values.count)
      for (cell, value) in zip(row[3...], [least, most, mean]) {
        #expect(abs(try #require(Float(cell)) - value) < 1e-5 * max(1, abs(value)))
      }
    }
  }

  /// A file that holds something else is shown, too.
  @Test func inspectShowsOtherFiles() throws {
    let scratch = try Scratch()
    var network = WeightsNetwork.local
    network.tensors.removeAll { $0.name == "model9.1.bias" }
    try scratch.put(network.safetensors(metadata: ["made_by": "a test"]), "part")
    let outcome = try scratch.command("weights inspect part")
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    #expect(outcome.output.contains("network: none that HintBench runs as hints: "))
    #expect(outcome.output.contains("model9.1.bias"))
    #expect(outcome.output.contains("metadata made_by: a test"))
    #expect(outcome.output.contains("tensors: 97, "))
  }

  @Test func convertKeepsEveryNumber() throws {
    let scratch = try Scratch.withNetworks()
    for name in ["local", "global", "headless"] {
      let outcome = try scratch.command("weights convert \(name).safetensors one")
      #expect(outcome.code == 0 && outcome.output.isEmpty, "\(outcome.errors)")
      #expect(try scratch.command("weights convert \(name).safetensors two").code == 0)
      #expect(try scratch.data("one") == scratch.data("two"))
      #expect(try rows(scratch, "one") == rows(scratch, "\(name).safetensors"))
      let inspected = try scratch.command("weights inspect one").output
      let before = try scratch.command("weights inspect \(name).safetensors").output
      let hash = try #require(before.split(separator: "\n").first { $0.hasPrefix("sha256: ") })
      #expect(inspected.contains("metadata origin_sha256: \(hash.dropFirst(8))"))
      #expect(inspected.contains("metadata origin: \(name).safetensors"))
      #expect(inspected.contains("minus 0.0") && inspected.contains("tanh times 110.0"))
    }
    // In place.
    let before = try rows(scratch, "local.safetensors")
    let outcome = try scratch.command("weights convert local.safetensors local.safetensors")
    #expect(outcome.code == 0)
    #expect(try rows(scratch, "local.safetensors") == before)
  }

  @Test(arguments: ["F16", "BF16"]) func halfFilesKeepTheStatistics(_ type: String) throws {
    let scratch = try Scratch.withNetworks()
    var network = WeightsNetwork.local
    network["model6.6.running_var"][2] = 1e5
    try scratch.put(network.safetensors(), "large")
    for name in ["half", "again"] {
      let outcome = try scratch.command("weights convert large \(name) --type \(type)")
      #expect(outcome.code == 0, "\(outcome.errors)")
    }
    #expect(try scratch.data("half") == scratch.data("again"))
    #expect(try scratch.data("half").count < scratch.data("large").count * 2 / 3)
    for row in try rows(scratch, "half").values {
      let isStatistic = row[0].contains("running_")
      #expect(row[2] == (isStatistic ? "F32" : type), "\(row[0])")
    }
    #expect(try rows(scratch, "half")["model6.6.running_var"]?[4] == "100000")
    for (file, ab) in [("large", "one.npy"), ("half", "two.npy")] {
      let outcome = try scratch.command(
        "colorize in.png --method automatic --weights \(file) --size 48 --ab \(ab)")
      #expect(outcome.code == 0, "\(outcome.errors)")
    }
    let (one, two) = (
      try NumPyFile.read(scratch.file("one.npy")).values,
      try NumPyFile.read(scratch.file("two.npy")).values
    )
    let mean = zip(one, two).reduce(0) { $0 + abs($1.0 - $1.1) } / Double(one.count)
    #expect(mean > 0 && mean < (type == "F16" ? 0.2 : 2))
  }

  @Test func theMaskCenterIsRecorded() throws {
    let scratch = try Scratch.withNetworks()
    let outcome = try scratch.command("weights convert local.safetensors c --mask-center 0.5")
    #expect(outcome.code == 0, "\(outcome.errors)")
    for _ in 0..<2 {
      let inspected = try scratch.command("weights inspect c").output
      #expect(inspected.contains("mask: 0 or 1, minus 0.5"))
      #expect(inspected.contains("metadata mask_center: 0.5"))
      // What a file says is kept.
      #expect(try scratch.command("weights convert c c").code == 0)
    }
    for (file, ab) in [("local.safetensors", "one.npy"), ("c", "two.npy")] {
      let outcome = try scratch.command(
        "colorize in.png --method automatic --weights \(file) --size 48 --ab \(ab)")
      #expect(outcome.code == 0)
    }
    #expect(try scratch.data("one.npy") != scratch.data("two.npy"))
  }

  @Test func convertRefusesWhatIsNoHintNetwork() throws {
    let scratch = try Scratch.withNetworks()
    var network = WeightsNetwork.local
    network.tensors.removeLast()
    try scratch.put(network.safetensors(), "part")
    expectError(try scratch.command("weights convert part o"), 65, "part: lacks model_class.0.bias")
    network = WeightsNetwork.local
    network["model1.0.weight"][0] = 1e6
    try scratch.put(network.safetensors(), "large")
    expectError(try scratch.command("weights convert large o --type F16"), 65, "model1.0.weight")
    #expect(try scratch.command("weights convert large large.bf16 --type BF16").code == 0)
    expectError(try scratch.command("weights convert none o"), 66, "none")
    expectError(try scratch.command("weights convert local.safetensors none/o"), 74, "none/o")
    for usage in [
      "--type F8", "--type f16", "--mask-center 2", "--mask-center nan", "--mask-center x",
    ] {
      let outcome = try scratch.command("weights convert local.safetensors o \(usage)")
      #expect(outcome.code == 64 && outcome.errors.contains("Usage: hintbench weights convert"))
    }
    #expect(!scratch.exists("o"))
  }

  /// The rows of `inspect` by the tensor's name.
  private func rows(_ scratch: Scratch, _ file: String) throws -> [String: [String]] {
    let lines = try scratch.command("weights inspect \(file)").output.split(separator: "\n")
    let rows = lines.drop { !$0.hasPrefix("name,shape") }.dropFirst()
      .map { $0.split(separator: ",").map(String.init) }
    return Dictionary(rows.map { ($0[0], $0) }, uniquingKeysWith: { $1 })
  }
}
