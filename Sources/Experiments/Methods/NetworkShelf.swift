import HintNetwork
import NeuralEngine
import Synchronization

/// The networks at hand, by variant: those of the command line, else the bundled ones, which are read
/// when a method first asks for them.
final class NetworkShelf: Sendable {
  private let models: Mutex<[HintNetworkArchitecture.Variant: HintNetworkModel]>
  private let options: CompilationOptions

  init(
    _ models: [HintNetworkArchitecture.Variant: HintNetworkModel], options: CompilationOptions
  ) {
    self.models = Mutex(models)
    self.options = options
  }

  /// Whether there are weights for a variant.
  func has(_ variant: HintNetworkArchitecture.Variant) -> Bool { path(of: variant) != nil }

  /// The file of the weights for a variant; nil where there are none.
  func path(of variant: HintNetworkArchitecture.Variant) -> String? {
    models.withLock { $0[variant]?.weights.path } ?? BundledWeights.path(of: variant)
  }

  /// The network of a variant; nil where there are no weights for it.
  ///
  /// - Throws: what reading throws.
  func model(_ variant: HintNetworkArchitecture.Variant) throws -> HintNetworkModel? {
    try models.withLock { models in
      if let known = models[variant] { return known }
      guard let path = BundledWeights.path(of: variant) else { return nil }
      let made = HintNetworkModel(try HintNetworkWeights.read(path), options: options)
      models[variant] = made
      return made
    }
  }

  /// The path of each file read so far by its SHA-256. Those that come with the program are left
  /// out: wherever it is built, their hash tells them.
  var files: [String: String] {
    models.withLock { models in
      Dictionary(
        models.values.map { ($0.weights.sha256, $0.weights.path) }
          .filter { !BundledWeights.isOwn($0.1) }, uniquingKeysWith: { $1 })
    }
  }
}
