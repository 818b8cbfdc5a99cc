import Colorization
import Foundation
import HintNetwork
import Imaging
import NeuralEngine
import Testing
import Training
import WeightFiles

/// Where a training starts from.
@Suite struct StartTests {
  private static func write(
    _ architecture: HintNetworkArchitecture, to path: String, metadata: [String: String] = [:]
  ) throws -> Parameters {
    let parameters = HintNetworkWeights.initial(architecture, seed: 99).parameters
    let tensors = parameters.tensors.sorted { $0.key < $1.key }.map {
      (name: $0.key, tensor: WeightTensor(shape: $0.value.shape, values: $0.value.values))
    }
    try SafeTensorsWriter.write(tensors, as: { _ in .float32 }, metadata: metadata, to: path)
    return parameters
  }

  private static func start(_ path: String?, head: String = "hypercolumn") throws -> StartingPoint {
    let start = path ?? "scratch"
    return try StartingPoint(
      try configuration(
        tinyText([
          "network": "network: {variant: local, width: 4, head: \(head), start: \(start)}"
        ])))
  }

  /// Kernels as PyTorch's `kaiming_normal_(nonlinearity="relu")` draws them.
  @Test func weightsFromScratch() throws {
    let start = try Self.start(nil)
    #expect(start.notes.isEmpty && start.sha256.isEmpty)
    let initial = HintNetworkWeights.initial(
      HintNetworkArchitecture(variant: .global, width: 16, head: .hypercolumn), seed: 1
    ).parameters.tensors
    func expectDeviation(of name: String, _ expected: Double, within share: Double) throws {
      let values = try #require(initial[name]).values.map(Double.init)
      let mean = values.reduce(0, +) / Double(values.count)
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
      #expect(abs(mean) < 0.3 * variance.squareRoot(), "\(name)")
      #expect(abs(variance.squareRoot() / expected - 1) < share, "\(name)")
    }
    // Fan-in of [out, in, 3, 3] is in·9; of a transposed [in, out, 4, 4] PyTorch's is out·16.
    try expectDeviation(of: "model5.0.weight", (2.0 / (128 * 9)).squareRoot(), within: 0.01)
    try expectDeviation(of: "model8up.0.weight", (2.0 / (64 * 16)).squareRoot(), within: 0.01)
    try expectDeviation(of: "hypercolumn.out.weight", (2.0 / 96).squareRoot(), within: 0.02)
    try expectDeviation(of: "global.conv2.weight", (2.0 / 128).squareRoot(), within: 0.02)
    try expectDeviation(of: "model_out.0.weight", 0.1 * (2.0 / 32).squareRoot(), within: 0.3)
    #expect(initial["model1.0.bias"]?.values.allSatisfy { $0 == 0 } == true)
    for (part, value) in [("weight", 1), ("bias", 0), ("running_mean", 0), ("running_var", 1)] {
      #expect(initial["model1.4.\(part)"]?.values.allSatisfy { $0 == Float(value) } == true)
    }
  }

  @Test func weightsDependOnSeedAndNameOnly() throws {
    let large = HintNetworkArchitecture(variant: .local, width: 4, head: .hypercolumn)
    let bare = HintNetworkArchitecture(variant: .local, width: 4, head: nil)
    let first = HintNetworkWeights.initial(large, seed: 5).parameters.tensors
    for (name, tensor) in HintNetworkWeights.initial(bare, seed: 5).parameters.tensors {
      #expect(first[name] == tensor)
    }
    let other = HintNetworkWeights.initial(bare, seed: 6).parameters.tensors
    #expect(first["model1.0.weight"] != other["model1.0.weight"])
  }

  @Test func ownAndOtherHeads() throws {
    let folder = try Folder()
    let path = folder.file("w.safetensors")
    let written = try Self.write(.init(variant: .local, width: 4, head: .bins529), to: path)
    let same = try Self.start(path, head: "bins529")
    #expect(same.notes.isEmpty && same.sha256.count == 64)
    #expect(same.parameters.tensors == written.tensors)
    let other = try Self.start(path)
    #expect(other.notes.count == 1 && other.notes.first?.contains("head starts anew") == true)
    let names = Set(other.parameters.tensors.keys)
    #expect(names.contains("hypercolumn.out.weight") && !names.contains("model_class.0.weight"))
    #expect(other.parameters.tensors["model5.0.weight"] == written.tensors["model5.0.weight"])
    let none = try Self.start(path, head: "none")
    #expect(none.notes.first?.contains("left out") == true)
    #expect(none.parameters.tensors.keys.allSatisfy { !$0.hasPrefix("model_class") })
  }

  @Test func theFileSaysWhichPicturesTheNetworkIsFor() throws {
    let start = try StartingPoint(
      try configuration(
        tinyText(["network": "network: {variant: local, width: 4, picture_side: 16}"])))
    #expect(start.network.metadata["picture_side"] == "16")
    #expect(try Self.start(nil).network.metadata["picture_side"] == nil)
  }

  /// What a configuration says of suggestions goes into the file; else what the starting file says of
  /// the same head; else nothing.
  @Test func theFileSaysHowColorsAreSuggested() throws {
    let folder = try Folder()
    let path = folder.file("w.safetensors")
    let recipe = SuggestionRecipe(rule: .coverage, softening: 0.7)
    _ = try Self.write(
      .init(variant: .local, width: 4, head: .bins529), to: path, metadata: recipe.metadata)
    func written(_ more: String, head: String = "bins529") throws -> [String?] {
      let start = try StartingPoint(
        try configuration(
          tinyText(["network": "network: {variant: local, width: 4, head: \(head)\(more)}"])))
      return ["suggestion_rule", "suggestion_softening"].map { start.network.metadata[$0] }
    }
    let named = ", suggestions: {softening: 0.5}"
    #expect(try written("") == [nil, nil])
    #expect(try written(named) == ["clusters", "0.5"])
    #expect(try written(", start: \(path)") == ["coverage", "0.7"])
    #expect(try written(", start: \(path)" + named) == ["clusters", "0.5"])
    #expect(try written(", start: \(path)", head: "hypercolumn") == [nil, nil])
    #expect(try written(", start: \(path)", head: "none") == [nil, nil])
  }

  /// A Global Hints Network begins as the local one without points, whatever it is told.
  @Test func aLocalNetworkStartsAGlobalOne() throws {
    let folder = try Folder()
    let path = folder.file("w.safetensors")
    let written = try Self.write(.init(variant: .local, width: 4, head: .hypercolumn), to: path)
    let start = try StartingPoint(
      try configuration(
        tinyText([
          "network": "network: {variant: global, width: 4, head: hypercolumn, start: \(path)}",
          "hints": "", "phases": "phases: [{size: 16, batch: 2, samples: 8}]",
        ])))
    #expect(start.notes.first?.contains("global branch starts anew") == true)
    let local = HintNetworkModel(
      try HintNetworkWeights(
        .init(variant: .local, width: 4, head: .hypercolumn), parameters: written, name: "local"))
    let global = HintNetworkModel(
      try HintNetworkWeights(
        .init(variant: .global, width: 4, head: .hypercolumn), parameters: start.parameters,
        name: "global"))
    let lightness = Plane(height: 16, width: 24, values: (0..<384).map { Double($0 % 97) })
    let expected = try HintNetworkSession(local, lightness: lightness).colorize(Hints())
    for hints in [GlobalHints.empty, try GlobalHints(histogram: nil, saturation: 0.4)] {
      let found = try HintNetworkSession(global, lightness: lightness).colorize(hints)
      for (value, other) in zip(
        found.a.values + found.b.values, expected.a.values + expected.b.values)
      {
        #expect(abs(value - other) < 1e-4)
      }
    }
  }

  @Test func centredMasksAreFoldedIn() throws {
    let folder = try Folder()
    let path = folder.file("w.safetensors")
    let written = try Self.write(
      .init(variant: .local, width: 4, head: .hypercolumn), to: path,
      metadata: ["mask_center": "0.5"])
    let start = try Self.start(path)
    #expect(start.notes.first?.contains("masks are centred on 0.5") == true)
    let kernel = try #require(written.tensors["model1.0.weight"]).values
    let bias = try #require(start.parameters.tensors["model1.0.bias"]).values
    // The mask is the last of four inputs, each with nine taps.
    for output in 0..<4 {
      let taps = kernel[(output * 36 + 27)..<(output * 36 + 36)].reduce(0, +)
      #expect(abs(bias[output] + 0.5 * taps) < 1e-6)
    }
  }

  @Test func otherNetworksAreRefused() throws {
    let folder = try Folder()
    let path = folder.file("w.safetensors")
    _ = try Self.write(.init(variant: .local, width: 8, head: nil), to: path)
    let error = #expect(throws: TrainingError.self) { try Self.start(path) }
    #expect(error?.message.contains("it holds a Local Hints, width 8") == true)
    #expect(throws: WeightFileError.self) { try Self.start(folder.file("none")) }
  }
}
