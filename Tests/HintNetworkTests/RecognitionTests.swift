import Colorization
import Foundation
import HintNetwork
import NetworkWeights
import NeuralEngine
import Testing
import WeightFiles

/// Which network a file holds is told by its tensors; what is none, or not all of one, is refused.
@Suite struct RecognitionTests {
  private static let path = "small.safetensors"

  /// The 98 tensors of the published siggraph17 file, without counters.
  @Test func thePublishedNetworkHasThePublishedSize() {
    let architecture = HintNetworkArchitecture(variant: .local, head: .bins529)
    let shapes = architecture.graph().parameterShapes
    #expect(shapes.count == 98 && Set(shapes.map(\.name)).count == 98)
    let (statistics, trained) = (
      shapes.filter { HintNetworkWeights.isStatistic($0.name) },
      shapes.filter { !HintNetworkWeights.isStatistic($0.name) }
    )
    #expect(trained.reduce(0) { $0 + $1.shape.reduce(1, *) } == 34_187_027)
    #expect(statistics.reduce(0) { $0 + $1.shape.reduce(1, *) } == 5760)
    let known = Dictionary(uniqueKeysWithValues: shapes.map { ($0.name, $0.shape) })
    #expect(known["model1.0.weight"] == [64, 4, 3, 3])
    #expect(known["model8up.0.weight"] == [512, 256, 4, 4])
    #expect(known["model10up.0.weight"] == [128, 128, 4, 4])
    #expect(known["model1short10.0.weight"] == [128, 64, 3, 3])
    #expect(known["model9.3.running_var"] == [128])
    #expect(known["model_class.0.weight"] == [529, 256, 1, 1])
  }

  @Test(
    arguments: [.local, .global] as [HintNetworkArchitecture.Variant],
    [.bins529, .hypercolumn, nil] as [HintNetworkArchitecture.PaletteHead?])
  func everyNetworkIsRecognised(
    _ variant: HintNetworkArchitecture.Variant, _ head: HintNetworkArchitecture.PaletteHead?
  ) throws {
    for width in [1, 3, 8] {
      let weights = try SyntheticNetwork(variant, head, width: width).weights()
      let expected = HintNetworkArchitecture(variant: variant, width: width, head: head)
      #expect(weights.architecture == expected)
      #expect(weights.path == Self.path && weights.sha256.count == 64)
    }
  }

  @Test(arguments: [
    SyntheticNetwork(.local, .bins529, width: 1), SyntheticNetwork(.global, .hypercolumn, width: 1),
  ])
  func noTensorMayBeMissing(_ network: SyntheticNetwork) throws {
    for (index, (name, tensor)) in network.tensors.enumerated() {
      var part = network
      part.tensors.remove(at: index)
      let error = try #require(refusal(part), "\(name)")
      switch name {
      case "model1.0.weight": expect(error, says: "there is no model1.0.weight")
      case "model_class.0.weight":
        let bare = HintNetworkArchitecture(variant: .local, width: 1, head: nil).summary
        let name = "model_class.0.bias"
        #expect(
          error == .weights(.unknownTensor(path: Self.path, tensor: name, network: bare)))
      case "global.histogram.weight": expect(error, says: "has no global branch", name)
      default:
        let network = network.architecture.summary
        #expect(
          error
            == .weights(
              .missingTensor(
                path: Self.path, tensor: name, shape: tensor.shape, network: network)))
        expect(error, says: name, "lacks")
      }
    }
  }

  @Test(arguments: [
    SyntheticNetwork(.local, .hypercolumn, width: 1), SyntheticNetwork(.global, .bins529, width: 1),
  ])
  func noTensorMayHaveAnotherShape(_ network: SyntheticNetwork) throws {
    for (index, (name, tensor)) in network.tensors.enumerated() {
      var other = network
      let values = tensor.values + [0]
      other.tensors[index].tensor = WeightTensor(shape: [values.count], values: values)
      let error = try #require(refusal(other), "\(name)")
      expect(error, says: name, "\([values.count])")
      guard name != "model1.0.weight" else { continue }
      let summary = network.architecture.summary
      #expect(
        error
          == .weights(
            .wrongShape(
              path: Self.path, tensor: name, found: [values.count], expected: tensor.shape,
              network: summary)))
    }
  }

  @Test(arguments: [
    "model11.0.weight", "module.model1.0.weight", "global.histogram.weight", "hypercolumn.out.bias",
    "model1.0.weight ", "", "num_batches_tracked",
  ])
  func noTensorMayBeLeftOver(_ name: String) throws {
    var network = SyntheticNetwork(width: 1)
    network.tensors.append((name, WeightTensor(shape: [1], values: [1])))
    let error = try #require(refusal(network))
    let summary = network.architecture.summary
    #expect(error == .weights(.unknownTensor(path: Self.path, tensor: name, network: summary)))
    expect(error, says: "uses the tensor \(name)")
  }

  /// A name cannot forge a second message.
  @Test func messagesAreOneLine() throws {
    var network = SyntheticNetwork(width: 1)
    let name = "a\nhintbench: error: all is well\u{1B}[2J\u{2028}"
    network.tensors.append((name, WeightTensor(shape: [1], values: [1])))
    expect(try #require(refusal(network)), says: "hintbench: error: all is well")
    let value = "1\n2"
    expect(
      try #require(refusal(SyntheticNetwork(width: 1), metadata: ["ab_scale": value])),
      says: "ab_scale")
  }

  @Test func otherNetworksAreNamed() throws {
    let automatic = try #require(refusal(Self.automatic2016))
    expect(automatic, says: "automatic network of Zhang et al. 2016")
    for channels in [2, 3, 5] {
      var network = SyntheticNetwork(width: 2)
      network["model1.0.weight"] = Self.ones([2, channels, 3, 3])
      expect(try #require(refusal(network)), says: "takes \(channels) channels")
    }
    for shape in [[2, 4, 5, 5], [2, 4, 3], [0, 4, 3, 3], [2000, 4, 3, 3], []] {
      var network = SyntheticNetwork(width: 2)
      network["model1.0.weight"] = Self.ones(shape)
      expect(try #require(refusal(network)), says: "model1.0.weight has shape \(shape)")
    }
    var network = SyntheticNetwork(.global, nil, width: 1)
    network.tensors.removeAll { $0.name.hasPrefix("global.") }
    expect(try #require(refusal(network)), says: "has no global branch")
    // Both variants in one file, both heads in one file.
    network = SyntheticNetwork(.local, .bins529, width: 1)
    network.tensors += SyntheticNetwork(.global, nil, width: 1).tensors.filter {
      $0.name.hasPrefix("global.")
    }
    expect(try #require(refusal(network)), says: "global.histogram.weight")
    network = SyntheticNetwork(.local, .bins529, width: 1)
    network.tensors += SyntheticNetwork(.local, .hypercolumn, width: 1).tensors.filter {
      $0.name.hasPrefix("hypercolumn.")
    }
    expect(try #require(refusal(network)), says: "hypercolumn.conv3.weight")
  }

  @Test(arguments: ["model1.4.running_var", "global.norm3.running_var"])
  func negativeVariancesAreRefused(_ name: String) throws {
    var network = SyntheticNetwork(.global, nil, width: 2)
    var values = network[name].values
    values[1] = -1e-6
    network[name] = WeightTensor(shape: [values.count], values: values)
    expect(try #require(refusal(network)), says: "\(name)[1] is negative")
  }

  @Test(arguments: ["", "abc", "nan", "inf", "1e99", "0,5", " 0.5", "0.5 0.5"])
  func metadataMustBeNumbers(_ value: String) throws {
    for key in ["mask_center", "ab_scale"] {
      let error = try #require(refusal(SyntheticNetwork(width: 1), metadata: [key: value]))
      #expect(error == .badMetadata(path: Self.path, key: key, value: value))
      expect(error, says: key)
    }
  }

  @Test func metadataIsRead() throws {
    let weights = try SyntheticNetwork(width: 1).weights(
      metadata: ["mask_center": "0.5", "ab_scale": "100", "format": "pt"])
    #expect(weights.maskCenter == 0.5 && weights.chrominanceScale == 100)
    #expect(weights.pictureSide == nil)
    let small = try SyntheticNetwork(width: 1).weights(metadata: ["picture_side": "64"])
    #expect(small.pictureSide == 64)
  }

  @Test(arguments: ["", "0", "8", "20", "-64", "4104", "64.0", "9223372036854775808", "all"])
  func pictureSidesMustFitTheNetwork(_ value: String) throws {
    let network = SyntheticNetwork(width: 1)
    let error = try #require(refusal(network, metadata: ["picture_side": value]))
    expect(error, says: "picture_side")
    expect(error, says: "a multiple of 8 from 16 to 4096")
  }

  @Test func suggestionRecipesAreRead() throws {
    func recipe(_ metadata: [String: String]) throws -> SuggestionRecipe {
      try SyntheticNetwork(width: 1).weights(metadata: metadata).suggestions
    }
    // What others have published says nothing, and keeps its softening.
    #expect(try recipe([:]) == SuggestionRecipe(rule: .clusters, softening: 0.2))
    #expect(
      try recipe(["suggestion_softening": "0.7"])
        == SuggestionRecipe(rule: .clusters, softening: 0.7))
    #expect(
      try recipe(["suggestion_rule": "coverage"]) == SuggestionRecipe(rule: .coverage, softening: 1)
    )
    for written in [
      SuggestionRecipe(rule: .coverage, softening: 0.8),
      SuggestionRecipe(rule: .clusters, softening: 0.01),
      SuggestionRecipe(rule: .clusters, softening: 10), .published,
    ] {
      #expect(try recipe(written.metadata) == written)
    }
    #expect(
      SuggestionRecipe(rule: .coverage, softening: 0.8).metadata
        == ["suggestion_rule": "coverage", "suggestion_softening": "0.8"])
  }

  @Test(arguments: ["", "nan", "inf", "-inf", "-0.2", "0", "0.001", "10.1", "1e99", "0,2", " 0.2"])
  func softeningsMustBeInRange(_ value: String) throws {
    let network = SyntheticNetwork(width: 1)
    let error = try #require(refusal(network, metadata: ["suggestion_softening": value]))
    #expect(error == .badMetadata(path: Self.path, key: "suggestion_softening", value: value))
    expect(error, says: "the metadata entry suggestion_softening is '\(value)'")
    expect(error, says: "a number from 0.01 to 10.0 is expected")
  }

  @Test(arguments: ["", "Coverage", "k-means", "clusters ", "coverage\nall is well"])
  func suggestionRulesMustBeKnown(_ value: String) throws {
    let network = SyntheticNetwork(width: 1)
    let error = try #require(refusal(network, metadata: ["suggestion_rule": value]))
    #expect(error == .badMetadata(path: Self.path, key: "suggestion_rule", value: value))
    expect(error, says: "suggestion_rule")
    expect(error, says: "'clusters' or 'coverage' is expected")
  }

  private static func ones(_ shape: [Int]) -> WeightTensor {
    WeightTensor(shape: shape, values: [Float](repeating: 1, count: shape.reduce(1, *)))
  }

  /// The published eccv16 file in small.
  private static var automatic2016: SyntheticNetwork {
    var network = SyntheticNetwork(.global, nil, width: 2)
    network.tensors.removeAll {
      !$0.name.hasPrefix("model") || $0.name.contains("short") || $0.name.contains("up.")
        || ["model8", "model9", "model10", "model_out"].contains($0.name.prefix { $0 != "." })
    }
    let added = [
      ("model8.0.weight", [16, 8, 4, 4]), ("model8.0.bias", [8]),
      ("model8.2.weight", [8, 8, 3, 3]),
      ("model8.2.bias", [8]), ("model8.4.weight", [8, 8, 3, 3]), ("model8.4.bias", [8]),
      ("model8.6.weight", [313, 8, 1, 1]), ("model8.6.bias", [313]),
      ("model_out.weight", [2, 313, 1, 1]),
    ]
    network.tensors += added.map { ($0.0, ones($0.1)) }
    return network
  }

  private func refusal(
    _ network: SyntheticNetwork, metadata: [String: String] = [:]
  ) -> HintNetworkError? {
    do {
      _ = try network.weights(metadata: metadata)
      return nil
    } catch {
      return error as? HintNetworkError
    }
  }

  /// One line that names the file.
  private func expect(
    _ error: HintNetworkError, says parts: String...,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let message = error.message
    #expect(message.contains(Self.path), "\(message)", sourceLocation: sourceLocation)
    let controls = message.unicodeScalars.filter {
      $0.properties.generalCategory == .control || $0 == "\u{2028}"
    }
    #expect(controls.isEmpty, "\(message)", sourceLocation: sourceLocation)
    for part in parts {
      #expect(message.contains(part), "\(message)", sourceLocation: sourceLocation)
    }
  }
}
