import NeuralEngine

/// The weights that a training starts from, and what there is to tell of them.
public struct StartingPoint: Sendable {
  /// The network with its losses.
  public let network: any TrainedNetwork
  /// Every array that learns.
  public let parameters: Parameters
  /// What was not as the file had it, one line each.
  public let notes: [String]
  /// SHA-256 of the file; empty where weights are drawn from the seed.
  public let sha256: String

  /// Draws or reads the weights of a configuration.
  ///
  /// - Throws: ``TrainingError/unusableStart(path:reason:)``, and what reading the file throws.
  public init(_ configuration: TrainingConfiguration) throws {
    try self.init(
      configuration.network, seed: configuration.seed, loss: configuration.loss)
  }

  /// Draws or reads weights.
  ///
  /// - Throws: ``TrainingError/unusableStart(path:reason:)``, and what reading the file throws.
  public init(
    _ network: TrainingConfiguration.Network, seed: UInt64,
    loss: TrainingConfiguration.Loss = .init()
  ) throws {
    switch network.family {
    case .hint(let hint): try self.init(hint, from: network.start, seed: seed, loss: loss)
    case .affinity(let affinity):
      try self.init(affinity, from: network.start, seed: seed, loss: loss)
    }
  }

  init(network: any TrainedNetwork, parameters: Parameters, notes: [String], sha256: String) {
    (self.network, self.parameters) = (network, parameters)
    (self.notes, self.sha256) = (notes, sha256)
  }
}

extension TrainingConfiguration.Network.Start {
  /// The file to read; nil for weights drawn from a seed.
  ///
  /// - Parameter bundled: where the program's own weights for the network lie.
  /// - Throws: ``TrainingError/unusableStart(path:reason:)`` where they lie nowhere.
  func path(bundled: String?) throws(TrainingError) -> String? {
    switch self {
    case .scratch: return nil
    case .file(let path): return path
    case .bundled:
      guard let bundled else {
        throw .unusableStart(path: "bundled", reason: "these weights are not beside the program")
      }
      return bundled
    }
  }
}
