import Colorization
import Imaging

/// The method `global-hints`: the Global Hints Network of Zhang et al. 2017, §3.3, guided by the
/// colour histogram or the mean saturation of a reference picture; points are ignored.
public struct GlobalHintsColorizer: ReferenceGuided, ColorSuggesting, GloballyGuided {
  static let version = 1

  /// Name and weights.
  public let identity: MethodIdentity
  private let model: HintNetworkModel
  private let statistics: GlobalHints.Statistics
  private let hints: GlobalHints

  /// Wraps a network.
  ///
  /// - Parameters:
  ///   - name: the method's name in tables.
  ///   - statistics: what a study reveals of the true picture.
  ///   - hints: what is used where there is no reference.
  /// - Throws: ``HintNetworkError/wrongVariant(path:method:found:)`` for a Local Hints Network.
  public init(
    _ model: HintNetworkModel, name: String = "global-hints",
    statistics: GlobalHints.Statistics = .histogram,
    hints: GlobalHints = .empty
  ) throws(HintNetworkError) {
    let architecture = model.weights.architecture
    guard architecture.variant == .global else {
      throw .wrongVariant(path: model.weights.path, method: name, found: architecture.summary)
    }
    identity = MethodIdentity(
      name: name, version: Self.version, weights: model.weights.sha256,
      precision: model.options.precision.unusualName)
    self.model = model
    self.statistics = statistics
    self.hints = hints
  }

  /// Whether the network has a palette head.
  public var canSuggest: Bool { model.weights.architecture.head != nil }

  /// Prepares a picture, guided by the hints given at the start.
  public func session(for lightness: Plane) throws -> any ColorizationSession {
    Session(session: try HintNetworkSession(model, lightness: lightness), hints: hints)
  }

  /// Prepares a picture, guided by statistics of a reference.
  public func session(
    for lightness: Plane, reference: RGBImage
  ) throws -> any ColorizationSession {
    Session(
      session: try HintNetworkSession(model, lightness: lightness), hints: measured(reference))
  }

  /// Prepares a picture for colorizing with suggestions, guided by statistics of a reference.
  public func suggestingSession(
    for lightness: Plane, reference: RGBImage
  ) throws -> (any ColorSuggestingSession)? {
    let session = try HintNetworkSession(model, lightness: lightness, withDistribution: true)
    return Session(session: session, hints: measured(reference))
  }

  private func measured(_ reference: RGBImage) -> GlobalHints {
    GlobalHints.measured(from: reference, statistics: statistics)
  }

  /// Prepares a picture for colorizing with suggestions, guided by the hints given at the start.
  ///
  /// - Throws: ``HintNetworkError/noPaletteHead(path:)`` where the network cannot suggest.
  public func suggestingSession(for lightness: Plane) throws -> any ColorSuggestingSession {
    let session = try HintNetworkSession(model, lightness: lightness, withDistribution: true)
    return Session(session: session, hints: hints)
  }

  /// Prepares a picture for colorizing with changing global hints, and for suggestions where the
  /// network has a palette head.
  public func guidedSession(for lightness: Plane) throws -> any GloballyGuidedSession {
    Session(
      session: try HintNetworkSession(model, lightness: lightness, withDistribution: canSuggest),
      hints: hints)
  }

  private struct Session: ColorSuggestingSession, GloballyGuidedSession {
    let session: HintNetworkSession
    var hints: GlobalHints

    var distribution: ColorDistribution? { session.distribution }
    var recipe: SuggestionRecipe { session.recipe }

    mutating func colorize(_ points: Hints) throws -> Colorization {
      .chrominance(try session.colorize(hints))
    }

    mutating func colorize(guidedBy hints: GlobalHints) throws -> Colorization {
      self.hints = hints
      return .chrominance(try session.colorize(hints))
    }
  }
}
