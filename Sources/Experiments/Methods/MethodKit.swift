import Colorization
import NeuralEngine

/// Makes methods from the catalog and the weights files of the command line, or the bundled ones.
/// Methods on one file share its network.
public struct MethodKit: Sendable {
  private let named: [NetworkKind: NetworkFile]
  private let shelf: NetworkShelf
  private let globalHints: GlobalHints

  /// Reads the weights files; which network each holds is told by its content.
  ///
  /// - Parameters:
  ///   - weights: at most one file a kind of network; for others the bundled weights serve.
  ///   - globalHints: for methods that take them, where no reference is given.
  /// - Throws: what reading throws, and ``ExperimentError/twoWeights(first:second:network:)``.
  public init(
    weights: [String] = [], globalHints: GlobalHints = .empty,
    options: CompilationOptions = CompilationOptions()
  ) throws {
    var named: [NetworkKind: NetworkFile] = [:]
    for path in weights {
      let file = try NetworkFile.read(path)
      if let first = named[file.kind] {
        throw ExperimentError.twoWeights(first: first.path, second: path, network: file.summary)
      }
      named[file.kind] = file
    }
    self.named = named
    shelf = NetworkShelf(named, options: options)
    self.globalHints = globalHints
  }

  /// The path of each weights file of the methods made so far by its SHA-256.
  public var weightsFiles: [String: String] { shelf.files }

  /// The method where nobody names one: that of the weights that are named, else this project's own.
  ///
  /// - Parameter takesStatistics: whether it is to be guided by statistics of a picture's colours;
  ///   named weights of a network that takes none come first all the same.
  public func defaultMethod(takesStatistics: Bool = false) -> String {
    let own = takesStatistics ? MethodCatalog.defaultGlobalMethod : MethodCatalog.defaultMethod
    if named.isEmpty || named[.affinity] != nil { return own }
    let usesGlobal = named[.globalHints] != nil && (takesStatistics || named[.localHints] == nil)
    return usesGlobal ? "global-hints" : "local-hints"
  }

  /// What a method lacks; nil when it can be made.
  public func lack(of entry: MethodCatalog.Entry) -> Lack? {
    if case .announced = entry.making { return .notBuilt }
    guard let kind = entry.network else { return nil }
    guard let path = shelf.path(of: kind) else { return .weights(kind) }
    guard kind == .affinity, entry.takesStatistics else { return nil }
    // A file that cannot be read is told of when the method is made.
    let network = try? shelf.affinityNetwork()
    return network?.weights.isGlobal == false ? .globalBranch(path: path) : nil
  }

  /// Where a method's weights lie; nil for methods that take none or lack them.
  public func weightsFile(of entry: MethodCatalog.Entry) -> String? {
    entry.network.flatMap(shelf.path)
  }

  /// Makes a method of the catalog.
  ///
  /// - Throws: ``ExperimentError/methodLacks(name:explanation:)`` where something is missing.
  public func make(_ entry: MethodCatalog.Entry) throws -> any Colorizer {
    switch entry.making {
    case .plain(let make): return make()
    case .hintNetwork(let variant, let make):
      if let model = try shelf.hintNetwork(variant) { return try make(model, globalHints) }
    case .affinity(_, let make):
      if let model = try shelf.affinityNetwork(), lack(of: entry) == nil {
        return try make(model, globalHints)
      }
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

  /// Makes a method by name; weights that are named must be for it.
  ///
  /// - Throws: ``ExperimentError/methodLacks(name:explanation:)`` where named weights are for another.
  public func checkedColorizer(named name: String) throws -> any Colorizer {
    let entry = try MethodCatalog.entry(named: name)
    if let kind = entry.network, let other = named.values.first(where: { $0.kind != kind }) {
      throw ExperimentError.methodLacks(
        name: name, explanation: Lack.otherWeights(other, wanted: kind))
    }
    return try make(entry)
  }
}
