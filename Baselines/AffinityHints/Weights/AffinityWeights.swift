import Colorization
import NetworkWeights
import NeuralEngine
import WeightFiles

/// The weights of an affinity network, checked tensor by tensor, and how they are to be used.
public struct AffinityWeights: Sendable {
  /// Every tensor of the network, by its name in files.
  public let parameters: Parameters
  /// Whether the network follows a histogram and a saturation, too.
  public let isGlobal: Bool
  /// The longer side, in pixels, to which larger pictures are reduced for the network.
  ///
  /// Files say so in their metadata as `picture_side`; 256 where they do not.
  public let pictureSide: Int
  /// How colours are suggested of the distribution.
  ///
  /// Files say so in their metadata as `suggestion_rule` and `suggestion_softening`.
  public let suggestions: SuggestionRecipe
  /// The file.
  public let path: String
  /// SHA-256 of the file; empty for weights from memory.
  public let sha256: String
  /// The file's layout.
  public let format: WeightFile.Format

  /// The metadata entry of ``pictureSide``.
  public static let pictureSideKey = "picture_side"
  private static let usualSide = 256

  /// The weights that come with the package.
  public static let bundled = BundledFile("affinity.safetensors", of: "AffinityHints")

  /// Whether a file's tensors look like those of this network.
  public static func isAffinity(_ file: WeightFile) -> Bool {
    file.tensors["spread.dist"] != nil
  }

  /// Reads and checks a weights file of any known layout.
  ///
  /// - Throws: `WeightFileError` for a file that cannot be read, ``AffinityError`` for one that does
  ///   not hold exactly an affinity network.
  public static func read(_ path: String) throws -> AffinityWeights {
    try AffinityWeights(WeightFile.read(path))
  }

  /// Checks that every tensor is there, of the right shape, and that there is no other.
  public init(_ file: WeightFile) throws(AffinityError) {
    isGlobal = file.names.contains { $0.hasPrefix("global.") }
    do {
      parameters = try Parameters(
        file, for: AffinityNetwork.graph(isGlobal: isGlobal), network: AffinityNetwork.summary)
    } catch {
      throw .weights(error)
    }
    pictureSide = try Self.pictureSide(file.metadata, path: file.path)
    do {
      suggestions = try SuggestionRecipe(metadata: file.metadata)
    } catch {
      throw .badMetadata(path: file.path, key: error.key, value: error.value)
    }
    path = file.path
    sha256 = file.sha256
    format = file.format
  }

  /// Wraps weights from memory, such as those of a training that goes on.
  ///
  /// - Parameters:
  ///   - parameters: every array of the network.
  ///   - name: stands in messages where a file's path would.
  public init(
    _ parameters: Parameters, pictureSide: Int? = nil, suggestions: SuggestionRecipe = .published,
    name: String
  ) {
    self.parameters = parameters
    isGlobal = parameters.tensors.keys.contains { $0.hasPrefix("global.") }
    self.pictureSide = pictureSide ?? Self.usualSide
    self.suggestions = suggestions
    path = name
    sha256 = ""
    format = .safetensors
  }

  /// In words: `affinity network on EfficientNet-Lite0, with global hints`.
  public var summary: String {
    AffinityNetwork.summary + (isGlobal ? ", with global hints" : "")
  }

  private static func pictureSide(
    _ metadata: [String: String], path: String
  ) throws(AffinityError) -> Int {
    guard let text = metadata[pictureSideKey] else { return usualSide }
    guard let side = Int(text), (AffinityNetwork.step...4096).contains(side),
      side.isMultiple(of: AffinityNetwork.step)
    else { throw .badMetadata(path: path, key: pictureSideKey, value: text) }
    return side
  }
}

extension AffinityWeights {
  /// Weights of a decoder to start learning from, drawn from a seed: He's normal kernels; the last
  /// layer of colours a tenth of that, and a global branch that says nothing yet. The four heads of
  /// the attention begin with a falloff of −4, −1, 1 and 3.
  public static func initialDecoder(isGlobal: Bool, seed: UInt64) -> Parameters {
    let graph = AffinityNetwork.decoderGraph(isGlobal: isGlobal)
    var made = Parameters(initialFor: graph, seed: seed) { name in
      switch name {
      case "out.weight": 0.1
      case "global.out.weight": 0
      default: 1
      }
    }
    made.tensors["spread.dist"] = .init(shape: [4], values: [-4, -1, 1, 3])
    return made
  }
}
