import AffinityHints
import ArgumentParser
import Colorization
import Experiments
import Foundation
import HintNetwork
import Prose
import WeightFiles

/// Shows what is in a weights file.
struct WeightsInspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show a weights file: format, network, hash, and every tensor with its statistics.",
    discussion: """
      The tensors as CSV: name,shape,type,minimum,maximum,mean,deviation. With --json one object \
      with the same in the keys file, format, bytes, sha256, published_as, network, reason (why it \
      is none that HintBench runs), mask_center, chrominance_scale, picture_side, suggestion_rule, \
      suggestion_softening, metadata and tensors.
      """)

  @Argument(help: "A weights file.")
  var file: String

  @OptionGroup var json: JSONOption

  func run() throws {
    let inspection = try WeightsInspection(WeightFile.read(file), file: file)
    if json.isOn { return try Console.json(inspection) }
    for line in inspection.lines { Console.result(line) }
  }
}

/// What there is to tell of a weights file.
struct WeightsInspection: Encodable {
  private let file: String
  private let format: String
  private let bytes: Int
  private let sha256: String
  private let publishedAs: Published?
  private let network: String?
  /// Why the file holds no network that is run.
  private let reason: String?
  private let maskCenter: Float?
  private let chrominanceScale: Float?
  private let pictureSide: Int?
  private let suggestionRule: String?
  private let suggestionSoftening: Double?
  private let metadata: [String: String]
  private let tensors: [Tensor]

  /// A file that others have published.
  private struct Published: Encodable {
    let name: String
    let summary: String
  }

  /// A tensor and its numbers in short; no statistics of an empty one.
  private struct Tensor: Encodable {
    let name: String
    let shape: [Int]
    let type: String
    let count: Int
    let minimum: Double?
    let maximum: Double?
    let mean: Double?
    let deviation: Double?

    init(name: String, _ tensor: WeightTensor) {
      let values = tensor.values
      self.name = name
      shape = tensor.shape
      type = tensor.stored.rawValue
      count = values.count
      minimum = values.min().map(Double.init)
      maximum = values.max().map(Double.init)
      let mean =
        values.isEmpty ? nil : values.reduce(0.0) { $0 + Double($1) } / Double(values.count)
      self.mean = mean
      deviation = mean.map { mean in
        let squares = values.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
        return (squares / Double(values.count)).squareRoot()
      }
    }

    var line: String {
      let shape = shape.map(String.init).joined(separator: "×")
      let statistics = [minimum, maximum, mean, deviation].map { number in
        number.map { String(format: "%.6g", $0) } ?? ""
      }
      return "\(name.onOneLine),\(shape.isEmpty ? "scalar" : shape),\(type),"
        + statistics.joined(separator: ",")
    }
  }

  private enum CodingKeys: String, CodingKey {
    case file, format, bytes, sha256, network, reason, metadata, tensors
    case publishedAs = "published_as"
    case maskCenter = "mask_center"
    case chrominanceScale = "chrominance_scale"
    case pictureSide = "picture_side"
    case suggestionRule = "suggestion_rule"
    case suggestionSoftening = "suggestion_softening"
  }

  /// Looks at a file that has been read.
  init(_ read: WeightFile, file: String) throws {
    self.file = file
    format = read.format.rawValue
    bytes = read.byteCount
    sha256 = read.sha256
    publishedAs = PublishedFile.known(sha256: read.sha256).map {
      Published(name: $0.name, summary: $0.summary)
    }
    var held: NetworkFile?
    var reason: String?
    do {
      held = try NetworkFile(read)
    } catch  where error is HintNetworkError || error is AffinityError {
      reason = describe(error)
    }
    self.reason = reason
    network = held?.summary
    let suggestions: SuggestionRecipe?
    switch held {
    case .hintNetwork(let weights)?:
      (maskCenter, chrominanceScale) = (weights.maskCenter, weights.chrominanceScale)
      pictureSide = weights.pictureSide
      suggestions = weights.architecture.head == nil ? nil : weights.suggestions
    case .affinity(let weights)?:
      (maskCenter, chrominanceScale) = (nil, nil)
      pictureSide = weights.pictureSide
      suggestions = weights.suggestions
    case nil:
      (maskCenter, chrominanceScale, pictureSide, suggestions) = (nil, nil, nil, nil)
    }
    suggestionRule = suggestions?.rule.rawValue
    suggestionSoftening = suggestions?.softening
    metadata = read.metadata
    tensors = read.names.compactMap { name in
      read.tensors[name].map { Tensor(name: name, $0) }
    }
  }

  /// All of it for people, the tensors as CSV.
  var lines: [String] {
    var lines = ["file: \(file)", "format: \(format), \(bytes) bytes", "sha256: \(sha256)"]
    if let publishedAs {
      lines.append("published as: \(publishedAs.name): \(publishedAs.summary)")
    }
    if let network { lines.append("network: \(network)") }
    if let maskCenter { lines.append("mask: 0 or 1, minus \(maskCenter)") }
    if let chrominanceScale { lines.append("chrominance: tanh times \(chrominanceScale)") }
    if let pictureSide {
      lines.append("pictures: reduced to \(pictureSide) pixels, the chrominance enlarged again")
    }
    if let suggestionRule, let suggestionSoftening {
      lines.append(
        "suggestions: by \(suggestionRule), of the distribution of logits times "
          + "\(suggestionSoftening)")
    }
    if let reason { lines.append("network: none that HintBench runs as hints: \(reason)") }
    for (key, value) in metadata.sorted(by: { $0.key < $1.key }) {
      lines.append("metadata \(key.onOneLine): \(value.onOneLine)")
    }
    let count = tensors.reduce(0) { $0 + $1.count }
    lines.append("tensors: \(tensors.count), \(count) numbers")
    lines.append("name,shape,type,minimum,maximum,mean,deviation")
    return lines + tensors.map(\.line)
  }
}
