import ArgumentParser
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
      says: trained variances pass the range of float16. The origin's name and hash are recorded.
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

  func validate() throws {
    guard ["F32", "F16", "BF16"].contains(type) else {
      throw ValidationError("--type should be F32, F16 or BF16")
    }
    if let maskCenter, !(0...1).contains(maskCenter) {
      throw ValidationError("--mask-center should be in 0...1")
    }
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
