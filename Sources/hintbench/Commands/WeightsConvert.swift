import AffinityHints
import ArgumentParser
import Colorization
import Experiments
import Foundation
import HintNetwork
import NeuralEngine
import WeightFiles

/// Writes a network's weights as safetensors.
struct WeightsConvert: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Convert a network's weights to safetensors, under the published names.",
    discussion: """
      Only complete networks are converted. Normalization statistics stay float32 whatever --type \
      says: trained variances pass the range of float16. The origin's name and hash are recorded, \
      and what the file says of its inputs, outputs and suggestions.
      """)

  @Argument(help: "A weights file of any known layout.")
  var input: String

  @Argument(help: "The .safetensors file to write.")
  var output: String

  @Option(help: "How to store the numbers: F32, F16 or BF16.")
  var type = "F32"

  @Option(
    help: "Record that the file's mask is centred on this (0.5 for the retrained PyTorch port).")
  var maskCenter: Float?

  @Option(help: "Record how colours are suggested: clusters (as published) or coverage.")
  var suggestionRule: SuggestionRecipe.Rule?

  @Option(
    help: """
      Record by what the logits are multiplied for suggestions, 0.01 to 10: less than 1 flattens \
      the distribution (published: 0.2).
      """)
  var suggestionSoftening: Double?

  func validate() throws {
    guard ["F32", "F16", "BF16"].contains(type) else {
      throw ValidationError("--type should be F32, F16 or BF16")
    }
    if let maskCenter, !(0...1).contains(maskCenter) {
      throw ValidationError("--mask-center should be 0 to 1")
    }
    let softenings = SuggestionRecipe.softenings
    if let suggestionSoftening, !softenings.contains(suggestionSoftening) {
      throw ValidationError(
        "--suggestion-softening should be \(softenings.lowerBound) to \(softenings.upperBound)")
    }
  }

  func run() throws {
    let file = try NetworkFile.read(input)
    let element = ElementType(rawValue: type) ?? .float32
    let (graph, parameters) =
      switch file {
      case .hintNetwork(let weights): (weights.architecture.graph(), weights.parameters)
      case .affinity(let weights):
        (AffinityNetwork.graph(isGlobal: weights.isGlobal), weights.parameters)
      }
    let tensors = graph.parameterShapes.compactMap { name, shape in
      parameters.tensors[name].map {
        (name: name, tensor: WeightTensor(shape: shape, values: $0.values))
      }
    }
    try SafeTensorsWriter.write(
      tensors, as: { HintNetworkWeights.isStatistic($0) ? .float32 : element },
      metadata: origin(of: file).merging(usage(of: file)) { $1 }, to: output)
    Console.note("\(output): \(file.summary), \(tensors.count) tensors")
  }

  /// Where the numbers come from.
  private func origin(of file: NetworkFile) -> [String: String] {
    var metadata = [
      "format": "pt",
      "network": file.summary,
      "origin": (input as NSString).lastPathComponent,
      "origin_format": file.format.rawValue,
      "origin_sha256": file.sha256,
      "converted_by": "hintbench \(HintBenchVersion.current)",
    ]
    metadata["origin_published_as"] = PublishedFile.known(sha256: file.sha256)?.name
    return metadata
  }

  /// How they are to be used: as the file says, unless the options say otherwise.
  private func usage(of file: NetworkFile) throws -> [String: String] {
    switch file {
    case .hintNetwork(let weights):
      var metadata = [
        HintNetworkWeights.maskCenterKey: String(maskCenter ?? weights.maskCenter),
        HintNetworkWeights.chrominanceScaleKey: String(weights.chrominanceScale),
      ]
      metadata[HintNetworkWeights.pictureSideKey] = weights.pictureSide.map { String($0) }
      guard weights.architecture.head != nil else {
        guard suggestionRule == nil, suggestionSoftening == nil else {
          throw HintNetworkError.noPaletteHead(path: input)
        }
        return metadata
      }
      return metadata.merging(recipe(after: weights.suggestions).metadata) { $1 }
    case .affinity(let weights):
      guard maskCenter == nil else {
        throw ValidationError(
          "--mask-center is for hint networks; \(input) holds \(file.kind.name)")
      }
      return recipe(after: weights.suggestions).metadata.merging(
        [AffinityWeights.pictureSideKey: String(weights.pictureSide)]) { $1 }
    }
  }

  /// How colours are suggested; a rule of the options has its own softening.
  private func recipe(after recipe: SuggestionRecipe) -> SuggestionRecipe {
    let rule = suggestionRule ?? recipe.rule
    return SuggestionRecipe(
      rule: rule,
      softening: suggestionSoftening ?? (rule == recipe.rule ? recipe.softening : nil))
  }
}

extension SuggestionRecipe.Rule: ExpressibleByArgument {}
