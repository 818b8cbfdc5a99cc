/// A real and a synthesized version of one image, shown one after the other.
public struct Trial: Codable, Sendable, Equatable {
  /// The place in the judge's sequence, from 1, over all kinds.
  public let position: Int
  /// What it is for.
  public let kind: TrialKind
  /// The image's file stem.
  public let image: String
  /// The method that made the fake; ``vigilanceMethod`` in vigilance trials.
  public let method: String
  /// Whether the real picture is shown first.
  public let realFirst: Bool

  /// Makes a trial.
  public init(position: Int, kind: TrialKind, image: String, method: String, realFirst: Bool) {
    self.position = position
    self.kind = kind
    self.image = image
    self.method = method
    self.realFirst = realFirst
  }

  /// The name that stands in `method` of a vigilance trial.
  public static let vigilanceMethod = "vigilance"

  /// The right answer: where the fake is.
  public var fake: NamedFake { realFirst ? .second : .first }
}
