/// What a page shows before the first picture, in plain text, one paragraph an item.
public struct PaintingIntroduction: Codable, Sendable, Equatable {
  /// The heading.
  public var title: String
  /// What a person agrees to.
  public var consent: [String]
  /// What is to be done, shown again above every picture.
  public var goal: String
  /// Shown after the last picture.
  public var thanks: String

  /// Writes an introduction.
  public init(title: String, consent: [String], goal: String, thanks: String) {
    self.title = title
    self.consent = consent
    self.goal = goal
    self.thanks = thanks
  }
}
