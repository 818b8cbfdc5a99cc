import ArgumentParser
import Colorization
import Experiments
import Foundation
import HintNetwork
import WeightFiles

/// Writes a hint network's weights as safetensors.
struct WeightsConvert: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Convert a hint network's weights to safetensors, under the published names.",
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

  /// What the file says of suggestions, unless the options say otherwise.
  private func recipe(of weights: HintNetworkWeights) -> SuggestionRecipe {
    let rule = suggestionRule ?? weights.suggestions.rule
    let isSame = rule == weights.suggestions.rule
    return SuggestionRecipe(
      rule: rule,
      softening: suggestionSoftening ?? (isSame ? weights.suggestions.softening : nil))
  }

  func run() throws {
    let weights = try HintNetworkWeights.read(input)
    let element = ElementType(rawValue: type) ?? .float32
    var metadata = [
      "format": "pt",
      "network": weights.architecture.summary,
      "origin": (input as NSString).lastPathComponent,
      "origin_format": weights.format.rawValue,
      "origin_sha256": weights.sha256,
      "converted_by": "hintbench \(HintBenchVersion.current)",
      HintNetworkWeights.maskCenterKey: String(maskCenter ?? weights.maskCenter),
      HintNetworkWeights.chrominanceScaleKey: String(weights.chrominanceScale),
    ]
    if weights.architecture.head != nil {
      metadata.merge(recipe(of: weights).metadata) { _, new in new }
    } else if suggestionRule != nil || suggestionSoftening != nil {
      throw HintNetworkError.noPaletteHead(path: input)
    }
    if let side = weights.pictureSide {
      metadata[HintNetworkWeights.pictureSideKey] = String(side)
    }
    if let known = PublishedFile.known(sha256: weights.sha256) {
      metadata["origin_published_as"] = known.name
    }
    let tensors = weights.architecture.graph().parameterShapes.compactMap { name, shape in
      weights.parameters.tensors[name].map {
        (name: name, tensor: WeightTensor(shape: shape, values: $0.values))
      }
    }
    try SafeTensorsWriter.write(
      tensors, as: { HintNetworkWeights.isStatistic($0) ? .float32 : element },
      metadata: metadata, to: output)
    Console.note("\(output): \(weights.architecture.summary), \(tensors.count) tensors")
  }
}

extension SuggestionRecipe.Rule: ExpressibleByArgument {}
