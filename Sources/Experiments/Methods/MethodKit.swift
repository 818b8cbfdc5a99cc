import Colorization
import Foundation
import HintNetwork
import NeuralEngine

/// Makes methods from the catalog and the weights files of the command line, or the bundled ones.
/// Methods on one file share its network.
public struct MethodKit: Sendable {
  /// Why a method of the catalog cannot be made.
  public enum Lack: Sendable, Equatable {
    /// It is announced, not built.
    case notBuilt
    /// It needs a weights file of this variant.
    case weights(HintNetworkArchitecture.Variant)

    /// The reason in a few words.
    public var explanation: String {
      switch self {
      case .notBuilt: "is not part of this build"
      case .weights(let variant):
        "needs the weights of a \(variant.rawValue == "local" ? "Local" : "Global") Hints Network: "
          + "--weights FILE (\(Self.absence(of: variant)))"
      }
    }

    /// Why the weights that should be at hand are not.
    private static func absence(of variant: HintNetworkArchitecture.Variant) -> String {
      let variable = BundledWeights.folderVariable
      guard let folder = ProcessInfo.processInfo.environment[variable] else {
        return "the bundled ones are not beside this program"
      }
      return "\(variable) names \(folder), where \(BundledWeights.fileName(of: variant)) is not"
    }
  }

  private let shelf: NetworkShelf
  private let globalHints: GlobalHints

  /// Reads the weights files; which network each holds is told by its content.
  ///
  /// - Parameters:
  ///   - weights: at most one file a variant; for others the bundled weights serve.
  ///   - globalHints: for methods that take them, where no reference is given.
  /// - Throws: what reading throws, and ``ExperimentError/twoWeights(first:second:network:)``.
  public init(
    weights: [String] = [], globalHints: GlobalHints = .empty,
    options: CompilationOptions = CompilationOptions()
  ) throws {
    var models: [HintNetworkArchitecture.Variant: HintNetworkModel] = [:]
    for path in weights {
      let read = try HintNetworkWeights.read(path)
      if let first = models[read.architecture.variant] {
        throw ExperimentError.twoWeights(
          first: first.weights.path, second: path, network: read.architecture.summary)
      }
      models[read.architecture.variant] = HintNetworkModel(read, options: options)
    }
    shelf = NetworkShelf(models, options: options)
    self.globalHints = globalHints
  }

  /// The path of each weights file of the methods made so far by its SHA-256.
  public var weightsFiles: [String: String] { shelf.files }

  /// What a method lacks; nil when it can be made.
  public func lack(of entry: MethodCatalog.Entry) -> Lack? {
    switch entry.making {
    case .plain: nil
    case .network(let variant, _): shelf.has(variant) ? nil : .weights(variant)
    case .announced: .notBuilt
    }
  }

  /// Where a method's weights lie; nil for methods that take none or lack them.
  public func weightsFile(of entry: MethodCatalog.Entry) -> String? {
    guard case .network(let variant, _) = entry.making else { return nil }
    return shelf.path(of: variant)
  }

  /// Makes a method of the catalog.
  ///
  /// - Throws: ``ExperimentError/methodLacks(name:explanation:)`` where something is missing.
  public func make(_ entry: MethodCatalog.Entry) throws -> any Colorizer {
    switch entry.making {
    case .plain(let make): return make()
    case .network(let variant, let make):
      if let model = try shelf.model(variant) { return try make(model, globalHints) }
    case .announced: break
    }
    throw ExperimentError.methodLacks(
      name: entry.name, explanation: lack(of: entry)?.explanation ?? "cannot be made")
  }

  /// Makes a method by name.
  ///
  /// - Throws: ``ExperimentError/unknownMethod(name:known:)`` for a name that is not in the catalog.
  public func colorizer(named name: String) throws -> any Colorizer {
    try make(MethodCatalog.entry(named: name))
  }
}
