/// Which of the two pictures a judge named as the fake.
public enum NamedFake: String, Codable, Sendable, CaseIterable {
  /// The one shown first (the old tool's left).
  case first
  /// The one shown second (the old tool's right).
  case second
}
