import Colorization
import Imaging

/// The methods `affinity-global-hints` and `affinity-global-hints-saturation`: the affinity network
/// guided by the colour histogram or the mean saturation of a reference picture; points are ignored.
///
/// The statistics are those of Zhang et al. 2017, §3.3, https://doi.org/10.1145/3072959.3073703.
public struct AffinityGlobalHints: ReferenceGuided, ColorSuggesting, GloballyGuided {
  static let version = 1

  /// Name and weights.
  public let identity: MethodIdentity
  private let model: AffinityModel
  private let statistics: GlobalHints.Statistics
  private let hints: GlobalHints

  /// Wraps a network.
  ///
  /// - Parameters:
  ///   - name: the method's name in tables.
  ///   - statistics: what a study reveals of the true picture.
  ///   - hints: what is used where there is no reference.
  /// - Throws: ``AffinityError/noGlobalBranch(path:method:)``.
  public init(
    _ model: AffinityModel, name: String = "affinity-global-hints",
    statistics: GlobalHints.Statistics = .histogram, hints: GlobalHints = .empty
  ) throws(AffinityError) {
    guard model.weights.isGlobal else {
      throw .noGlobalBranch(path: model.weights.path, method: name)
    }
    identity = MethodIdentity(
      name: name, version: Self.version, weights: model.weights.sha256,
      precision: model.options.precision.unusualName)
    self.model = model
    self.statistics = statistics
    self.hints = hints
  }

  /// Prepares a picture, guided by the hints given at the start.
  public func session(for lightness: Plane) throws -> any ColorizationSession {
    try makeSession(lightness, hints, withDistribution: false)
  }

  /// Prepares a picture, guided by statistics of a reference.
  public func session(
    for lightness: Plane, reference: RGBImage
  ) throws -> any ColorizationSession {
    try makeSession(lightness, measured(reference), withDistribution: false)
  }

  /// Prepares a picture for colorizing with suggestions, guided by statistics of a reference.
  public func suggestingSession(
    for lightness: Plane, reference: RGBImage
  ) throws -> (any ColorSuggestingSession)? {
    try makeSession(lightness, measured(reference), withDistribution: true)
  }

  /// Prepares a picture for colorizing with suggestions, guided by the hints given at the start.
  public func suggestingSession(for lightness: Plane) throws -> any ColorSuggestingSession {
    try makeSession(lightness, hints, withDistribution: true)
  }

  /// Prepares a picture for colorizing with changing global hints, and for suggestions.
  public func guidedSession(for lightness: Plane) throws -> any GloballyGuidedSession {
    try makeSession(lightness, hints, withDistribution: true)
  }

  private func makeSession(
    _ lightness: Plane, _ hints: GlobalHints, withDistribution: Bool
  ) throws -> Session {
    Session(
      session: try AffinitySession(
        model, lightness: lightness, isGlobal: true, withDistribution: withDistribution),
      hints: hints)
  }

  private func measured(_ reference: RGBImage) -> GlobalHints {
    GlobalHints.measured(from: reference, statistics: statistics)
  }

  private struct Session: ColorSuggestingSession, GloballyGuidedSession {
    let session: AffinitySession
    var hints: GlobalHints

    var distribution: ColorDistribution? { session.distribution }
    var recipe: SuggestionRecipe { session.recipe }

    mutating func colorize(_ points: Hints) throws -> Colorization {
      .chrominance(try session.colorize(Hints(), statistics: hints))
    }

    mutating func colorize(guidedBy hints: GlobalHints) throws -> Colorization {
      self.hints = hints
      return .chrominance(try session.colorize(Hints(), statistics: hints))
    }
  }
}
