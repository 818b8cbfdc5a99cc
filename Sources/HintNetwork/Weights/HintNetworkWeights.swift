import Colorization
import NetworkWeights
import NeuralEngine
import WeightFiles

/// The weights of a hint network, checked tensor by tensor, and how its file wants its inputs.
public struct HintNetworkWeights: Sendable {
  /// Which network it is.
  public let architecture: HintNetworkArchitecture
  /// Every tensor of the network, by its published name.
  public let parameters: Parameters
  /// What is subtracted from the mask: 0, or 0.5 for the retrained model of the PyTorch port.
  ///
  /// Files say so in their metadata as `mask_center`; 0 where they do not.
  public let maskCenter: Float
  /// What tanh is multiplied by: 110, unless the metadata entry `ab_scale` says otherwise.
  public let chrominanceScale: Float
  /// The longer side, in pixels, of the pictures that the network was trained for; nil where it
  /// works at any size. Larger pictures are reduced to it, and the chrominance is enlarged again.
  ///
  /// Files say so in their metadata as `picture_side`.
  public let pictureSide: Int?
  /// How colours are suggested of the palette head's distribution.
  ///
  /// Files say so in their metadata as `suggestion_rule` and `suggestion_softening`; that of the
  /// published networks where they do not.
  public let suggestions: SuggestionRecipe
  /// The file.
  public let path: String
  /// SHA-256 of the file.
  public let sha256: String
  /// The file's layout.
  public let format: WeightFile.Format

  /// The metadata entry of ``maskCenter``.
  public static let maskCenterKey = "mask_center"
  /// The metadata entry of ``chrominanceScale``.
  public static let chrominanceScaleKey = "ab_scale"

  /// The metadata entry of ``pictureSide``.
  public static let pictureSideKey = "picture_side"
  /// The sides that ``pictureSide`` may have; multiples of ``HintNetworkArchitecture/step`` only.
  public static let pictureSides = 16...4096

  /// True for a normalization's statistics, which are kept in float32 in every file.
  public static func isStatistic(_ name: String) -> Bool {
    name.hasSuffix(".running_mean") || name.hasSuffix(".running_var")
  }

  /// Reads and checks a weights file of any known layout.
  ///
  /// - Throws: `WeightFileError` for a file that cannot be read, ``HintNetworkError`` for one that
  ///   does not hold a hint network or not all of one.
  public static func read(_ path: String) throws -> HintNetworkWeights {
    try HintNetworkWeights(WeightFile.read(path))
  }

  /// Recognises the network of a file and checks that every tensor is there, of the right shape, and
  /// that there is no other.
  ///
  /// - Throws: ``HintNetworkError``, or `WeightFileError` for damaged statistics.
  public init(_ file: WeightFile) throws {
    let named = try NamedTensors(file)
    let architecture = try HintNetworkArchitecture(recognizing: named, path: file.path)
    self.architecture = architecture
    do {
      parameters = try Parameters(
        named.tensors, named: named.names, of: file.path, for: architecture.graph(),
        network: architecture.summary)
    } catch {
      throw HintNetworkError.weights(error)
    }
    maskCenter = try Self.number(named, Self.maskCenterKey, otherwise: 0, path: file.path)
    chrominanceScale = try Self.number(
      named, Self.chrominanceScaleKey, otherwise: HintNetworkArchitecture.chrominanceRange,
      path: file.path)
    pictureSide = try Self.pictureSide(named.metadata, path: file.path)
    do {
      suggestions = try SuggestionRecipe(metadata: named.metadata)
    } catch {
      throw HintNetworkError.badMetadata(path: file.path, key: error.key, value: error.value)
    }
    path = file.path
    sha256 = file.sha256
    format = file.format
  }

  /// Wraps parameters that fit the network.
  init(
    architecture: HintNetworkArchitecture, parameters: Parameters, path: String, sha256: String,
    chrominanceScale: Float = HintNetworkArchitecture.chrominanceRange, pictureSide: Int? = nil
  ) {
    self.architecture = architecture
    self.parameters = parameters
    self.path = path
    self.sha256 = sha256
    self.chrominanceScale = chrominanceScale
    self.pictureSide = pictureSide
    suggestions = .published
    maskCenter = 0
    format = .safetensors
  }

  private static func pictureSide(
    _ metadata: [String: String], path: String
  ) throws(HintNetworkError) -> Int? {
    guard let text = metadata[pictureSideKey] else { return nil }
    guard let side = Int(text), pictureSides.contains(side),
      side.isMultiple(of: HintNetworkArchitecture.step)
    else { throw .badMetadata(path: path, key: pictureSideKey, value: text) }
    return side
  }

  private static func number(
    _ named: NamedTensors, _ key: String, otherwise: Float, path: String
  ) throws(HintNetworkError) -> Float {
    guard let text = named.metadata[key] else { return otherwise }
    guard let value = Float(text), value.isFinite else {
      throw HintNetworkError.badMetadata(path: path, key: key, value: text)
    }
    return value
  }
}
