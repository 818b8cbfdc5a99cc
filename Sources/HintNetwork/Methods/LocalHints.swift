import Colorization
import Imaging

/// The method `local-hints`: the Local Hints Network of Zhang et al. 2017, §3.2.
///
/// Also `automatic`: the same network, told nothing.
public struct LocalHints: ColorSuggesting {
  /// Raised when results change: the network's arithmetic, padding or input convention.
  static let version = 1

  /// Name and weights.
  public let identity: MethodIdentity
  private let model: HintNetworkModel
  private let usesHints: Bool

  /// Wraps a network.
  ///
  /// - Parameter usesHints: false for the method `automatic`, which ignores them.
  /// - Throws: ``HintNetworkError/wrongVariant(path:method:found:)`` for a Global Hints Network.
  public init(_ model: HintNetworkModel, usesHints: Bool = true) throws(HintNetworkError) {
    let name = usesHints ? "local-hints" : "automatic"
    let architecture = model.weights.architecture
    guard architecture.variant == .local else {
      throw .wrongVariant(path: model.weights.path, method: name, found: architecture.summary)
    }
    identity = MethodIdentity(
      name: name, version: Self.version, weights: model.weights.sha256,
      precision: model.options.precision.unusualName)
    self.model = model
    self.usesHints = usesHints
  }

  /// Whether the network has a palette head.
  public var canSuggest: Bool { model.weights.architecture.head != nil }

  /// Prepares a picture.
  public func session(for lightness: Plane) throws -> any ColorizationSession {
    Session(session: try HintNetworkSession(model, lightness: lightness), usesHints: usesHints)
  }

  /// Prepares a picture for colorizing with suggestions.
  ///
  /// - Throws: ``HintNetworkError/noPaletteHead(path:)`` where the network cannot suggest.
  public func suggestingSession(for lightness: Plane) throws -> any ColorSuggestingSession {
    let session = try HintNetworkSession(model, lightness: lightness, withDistribution: true)
    return Session(session: session, usesHints: usesHints)
  }

  private struct Session: ColorSuggestingSession {
    let session: HintNetworkSession
    let usesHints: Bool

    var distribution: ColorDistribution? { session.distribution }
    var recipe: SuggestionRecipe { session.recipe }

    mutating func colorize(_ hints: Hints) throws -> Colorization {
      .chrominance(try session.colorize(usesHints ? hints : Hints()))
    }
  }
}
