import AffinityHints
import HintNetwork
import WeightFiles

/// A weights file of a network; which kind it holds is told by its tensors.
public enum NetworkFile: Sendable {
  /// A network of Zhang et al. 2017.
  case hintNetwork(HintNetworkWeights)
  /// The affinity network.
  case affinity(AffinityWeights)

  /// Reads and checks a file.
  ///
  /// - Throws: `WeightFileError` for a file that cannot be read, `HintNetworkError` or `AffinityError`
  ///   for one that does not hold a network, or not all of one.
  public static func read(_ path: String) throws -> NetworkFile {
    try NetworkFile(WeightFile.read(path))
  }

  /// Checks a file that has been read.
  ///
  /// - Throws: `HintNetworkError` or `AffinityError`.
  public init(_ file: WeightFile) throws {
    self =
      AffinityWeights.isAffinity(file)
      ? .affinity(try AffinityWeights(file)) : .hintNetwork(try HintNetworkWeights(file))
  }

  /// What it holds.
  public var kind: NetworkKind {
    switch self {
    case .hintNetwork(let weights): NetworkKind(weights.architecture.variant)
    case .affinity: .affinity
    }
  }

  /// Where it lies.
  public var path: String {
    switch self {
    case .hintNetwork(let weights): weights.path
    case .affinity(let weights): weights.path
    }
  }

  /// SHA-256 of its bytes, in hexadecimal.
  public var sha256: String {
    switch self {
    case .hintNetwork(let weights): weights.sha256
    case .affinity(let weights): weights.sha256
    }
  }

  /// Its layout.
  public var format: WeightFile.Format {
    switch self {
    case .hintNetwork(let weights): weights.format
    case .affinity(let weights): weights.format
    }
  }

  /// The network in words, such as `Local Hints, width 48, 529-bin palette head`.
  public var summary: String {
    switch self {
    case .hintNetwork(let weights): weights.architecture.summary
    case .affinity(let weights): weights.summary
    }
  }
}
