import AffinityHints
import HintNetwork
import NeuralEngine
import Synchronization

/// The networks at hand, by kind: those of the command line, else the bundled ones, which are read
/// when a method first asks for them.
final class NetworkShelf: Sendable {
  /// A network, ready to run.
  private enum Model: Sendable {
    case hintNetwork(HintNetworkModel)
    case affinity(AffinityModel)

    init(_ file: NetworkFile, options: CompilationOptions) {
      switch file {
      case .hintNetwork(let weights):
        self = .hintNetwork(HintNetworkModel(weights, options: options))
      case .affinity(let weights): self = .affinity(AffinityModel(weights, options: options))
      }
    }

    var file: NetworkFile {
      switch self {
      case .hintNetwork(let model): .hintNetwork(model.weights)
      case .affinity(let model): .affinity(model.weights)
      }
    }
  }

  private let models: Mutex<[NetworkKind: Model]>
  private let options: CompilationOptions

  init(_ files: [NetworkKind: NetworkFile], options: CompilationOptions) {
    models = Mutex(files.mapValues { Model($0, options: options) })
    self.options = options
  }

  /// The file of the weights of a kind; nil where there are none.
  func path(of kind: NetworkKind) -> String? {
    models.withLock { $0[kind]?.file.path } ?? kind.bundled.path
  }

  /// The hint network of a variant; nil where there are no weights for it.
  ///
  /// - Throws: what reading throws.
  func hintNetwork(_ variant: HintNetworkArchitecture.Variant) throws -> HintNetworkModel? {
    guard case .hintNetwork(let model)? = try model(NetworkKind(variant)) else { return nil }
    return model
  }

  /// The affinity network; nil where there are no weights for it.
  ///
  /// - Throws: what reading throws.
  func affinityNetwork() throws -> AffinityModel? {
    guard case .affinity(let model)? = try model(.affinity) else { return nil }
    return model
  }

  /// The path of each file read so far by its SHA-256. Those that come with the program are left
  /// out: wherever it is built, their hash tells them.
  var files: [String: String] {
    models.withLock { models in
      let files = models.values.map(\.file).filter { !$0.kind.bundled.isOwn($0.path) }
      return Dictionary(files.map { ($0.sha256, $0.path) }, uniquingKeysWith: { $1 })
    }
  }

  private func model(_ kind: NetworkKind) throws -> Model? {
    try models.withLock { models in
      if let known = models[kind] { return known }
      guard let path = kind.bundled.path else { return nil }
      let made = Model(try NetworkFile.read(path), options: options)
      models[kind] = made
      return made
    }
  }
}
