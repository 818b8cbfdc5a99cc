import Colorization
import Imaging

/// The method `affinity-hints`: the affinity network, anchored at the hints.
///
/// Also `affinity-automatic`: the same network, told nothing.
public struct AffinityHints: ColorSuggesting {
  /// Raised when results change.
  static let version = 1

  /// Name and weights.
  public let identity: MethodIdentity
  private let model: AffinityModel
  private let usesHints: Bool

  /// Wraps a network.
  ///
  /// - Parameter usesHints: false for the method `affinity-automatic`, which ignores them.
  public init(_ model: AffinityModel, usesHints: Bool = true) {
    identity = MethodIdentity(
      name: usesHints ? "affinity-hints" : "affinity-automatic", version: Self.version,
      weights: model.weights.sha256, precision: model.options.precision.unusualName)
    self.model = model
    self.usesHints = usesHints
  }

  /// Prepares a picture.
  public func session(for lightness: Plane) throws -> any ColorizationSession {
    Session(session: try AffinitySession(model, lightness: lightness), usesHints: usesHints)
  }

  /// Prepares a picture for colorizing with suggestions.
  public func suggestingSession(for lightness: Plane) throws -> any ColorSuggestingSession {
    let session = try AffinitySession(model, lightness: lightness, withDistribution: true)
    return Session(session: session, usesHints: usesHints)
  }

  private struct Session: ColorSuggestingSession {
    let session: AffinitySession
    let usesHints: Bool

    var distribution: ColorDistribution? { session.distribution }
    var recipe: SuggestionRecipe { session.recipe }

    mutating func colorize(_ hints: Hints) throws -> Colorization {
      .chrominance(try session.colorize(usesHints ? hints : Hints()))
    }

    mutating func prepareForNextPoint() throws {
      if usesHints { try session.prepareForNextPoint() }
    }
  }
}
