import AffinityHints
import Colorization
import Foundation
import ImageFeatures
import Imaging
import NetworkWeights
import NeuralEngine
import ScratchFolders
import Testing
import WeightFiles

/// Weights of files and from the published encoder.
@Suite struct AffinityWeightsTests {
  private func file(
    _ folder: ScratchFolder, metadata: [String: String] = [:],
    change: (inout [String: Parameters.Tensor]) -> Void = { _ in }
  ) throws -> String {
    var tensors = try bundledWeights().parameters.tensors
    change(&tensors)
    let path = folder.path + "/weights.safetensors"
    try SafeTensorsWriter.write(
      tensors.sorted { $0.key < $1.key }.map {
        ($0.key, WeightTensor(shape: $0.value.shape, values: $0.value.values))
      }, as: { _ in .float32 }, metadata: metadata, to: path)
    return path
  }

  @Test func whatIsMissingOrTooMuchIsTold() throws {
    let folder = try ScratchFolder()
    var path = try file(folder) { $0["d4.0.0.weight"] = nil }
    #expect(
      throws: AffinityError.weights(
        .missingTensor(
          path: path, tensor: "d4.0.0.weight", shape: [128, 275, 3, 3],
          network: AffinityNetwork.summary))
    ) { try AffinityWeights.read(path) }
    path = try file(folder) { $0["odd"] = .init(shape: [1], values: [0]) }
    #expect(
      throws: AffinityError.weights(
        .unknownTensor(path: path, tensor: "odd", network: AffinityNetwork.summary))
    ) { try AffinityWeights.read(path) }
  }

  @Test func metadataIsChecked() throws {
    let folder = try ScratchFolder()
    let good = try file(
      folder,
      metadata: [
        "picture_side": "192", "suggestion_rule": "coverage", "suggestion_softening": "0.7",
      ])
    let read = try AffinityWeights.read(good)
    #expect(read.pictureSide == 192)
    #expect(read.suggestions == SuggestionRecipe(rule: .coverage, softening: 0.7))
    for (key, value) in [("picture_side", "200"), ("picture_side", "x"), ("suggestion_rule", "?")] {
      let path = try file(folder, metadata: [key: value])
      #expect(throws: AffinityError.badMetadata(path: path, key: key, value: value)) {
        try AffinityWeights.read(path)
      }
    }
  }

  @Test func nothingToldByStatisticsChangesNothing() throws {
    var tensors = try bundledWeights().parameters.tensors.filter { !$0.key.hasPrefix("global.") }
    let branch = Parameters(
      initialFor: AffinityNetwork.decoderGraph(isGlobal: true), seed: 7
    ).tensors.filter { $0.key.hasPrefix("global.") }
    tensors.merge(branch) { $1 }
    let weights = AffinityWeights(Parameters(tensors), name: "test")
    #expect(weights.isGlobal)
    let model = AffinityModel(weights)
    let lightness = formulaLightness(height: 64, width: 96)
    let local = try AffinitySession(model, lightness: lightness).colorize(Hints())
    let session = try AffinitySession(model, lightness: lightness, isGlobal: true)
    let untold = try session.colorize(Hints())
    #expect(distance(local.a.values, untold.a.values) < 1e-3)
    let told = try session.colorize(Hints(), statistics: GlobalHints(saturation: 0.8))
    #expect(distance(local.a.values, told.a.values) > 0.1)
    #expect(throws: AffinityError.noGlobalBranch(path: "plain", method: "affinity-global-hints")) {
      let plain = AffinityWeights(
        Parameters(tensors.filter { !$0.key.hasPrefix("global.") }), name: "plain")
      _ = try AffinityGlobalHints(AffinityModel(plain))
    }
  }

  /// The published encoder with normalizations, and the same folded, on random weights.
  @Test func foldingTheEncoderChangesNothing() throws {
    let folder = try ScratchFolder()
    var published = Parameters(initialFor: EfficientNetLite0.graph(), seed: 11)
    for (name, tensor) in published.tensors where name.contains("._bn") || name.hasPrefix("_bn") {
      let values = tensor.values.indices.map { index in
        0.5 + 0.03 * Float(index % 13) - (name.hasSuffix("bias") ? 0.6 : 0)
      }
      published.tensors[name] = .init(shape: tensor.shape, values: values)
    }
    let path = folder.path + "/lite0.safetensors"
    try SafeTensorsWriter.write(
      published.tensors.sorted { $0.key < $1.key }.map {
        ($0.key, WeightTensor(shape: $0.value.shape, values: $0.value.values))
      }, as: { _ in .float32 }, metadata: [:], to: path)
    let folded = try AffinityEncoder.folding(WeightFile.read(path))
    let side = 64
    let picture = AffinityInputs.picture(
      formulaLightness(height: side, width: side).values.map { Float($0) })
    let first = try EfficientNetLite0(reading: path).compiled(
      outputs: EfficientNetLite0.strides.map(EfficientNetLite0.Port.features), height: side,
      width: side
    ).makeContext()
    let second = try CompiledGraph(
      AffinityNetwork.encoderGraph(), parameters: folded, height: side, width: side
    ).makeContext()
    for context in [first, second] {
      _ = try #require(context.input("picture")).update(fromContentsOf: picture)
      try context.run()
    }
    for stride in AffinityNetwork.strides {
      let expected = try #require(first.output(EfficientNetLite0.Port.features(stride: stride)))
      let found = try #require(second.output(AffinityNetwork.Port.features(stride)))
      let largest = Double(expected.map(abs).max() ?? 0)
      #expect(distance(expected.map(Double.init), found.map(Double.init)) < 1e-4 * largest)
      #expect(largest > 0)
    }
  }
}
