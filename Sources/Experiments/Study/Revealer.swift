import SimulatedUsers

/// Who reveals hints to the methods of a study.
public enum Revealer: Sendable, Hashable {
  /// Nobody: fully automatic colorization.
  case nothing
  /// The true chrominance of every pixel, as in the last rows of the paper's Table 1.
  case everything
  /// A simulated user.
  case oracle(OracleKind)
  /// Points at the places that the study's own figures mark.
  case marks

  /// The name in study files and in the `oracle` column: `none`, `everything`, `random`,
  /// `max-error`, `marked`.
  public var name: String {
    switch self {
    case .nothing: "none"
    case .everything: "everything"
    case .oracle(let kind): kind.rawValue
    case .marks: "marked"
    }
  }

  /// Every revealer, in the order of tables.
  public static let all: [Revealer] =
    [.nothing] + OracleKind.allCases.map(Revealer.oracle) + [.marks, .everything]

  /// The revealer of a name.
  public init?(name: String) {
    guard let found = Self.all.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  /// True where points are revealed one after the other.
  public var revealsPoints: Bool {
    switch self {
    case .nothing, .everything: false
    case .oracle, .marks: true
    }
  }

  /// True where all methods are shown the same points.
  public var isShared: Bool {
    if case .oracle(let kind) = self { !kind.followsPrediction } else { true }
  }
}
