/// How a weights file names the recipe that serves its network.
extension SuggestionRecipe {
  /// The metadata entry of the rule.
  public static let ruleKey = "suggestion_rule"
  /// The metadata entry of the softening.
  public static let softeningKey = "suggestion_softening"

  /// An entry that says nothing of use.
  public struct BadEntry: Error, Sendable, Equatable {
    /// ``ruleKey`` or ``softeningKey``.
    public let key: String
    /// What it says.
    public let value: String
  }

  /// Reads what a weights file says; the published recipe where it says nothing.
  ///
  /// - Throws: ``BadEntry`` for an unknown rule, or a softening that is no number in ``softenings``.
  public init(metadata: [String: String]) throws(BadEntry) {
    var rule = Self.published.rule
    if let text = metadata[Self.ruleKey] {
      guard let named = Rule(rawValue: text) else {
        throw BadEntry(key: Self.ruleKey, value: text)
      }
      rule = named
    }
    var softening: Double?
    if let text = metadata[Self.softeningKey] {
      guard let number = Double(text), Self.softenings.contains(number) else {
        throw BadEntry(key: Self.softeningKey, value: text)
      }
      softening = number
    }
    self.init(rule: rule, softening: softening)
  }

  /// The entries of a weights file that say this.
  public var metadata: [String: String] {
    [Self.ruleKey: rule.rawValue, Self.softeningKey: String(softening)]
  }

  /// What an entry should be, in words; nil for one of others.
  public static func expectation(of key: String) -> String? {
    switch key {
    case softeningKey: "a number from \(softenings.lowerBound) to \(softenings.upperBound)"
    case ruleKey: Rule.allCases.map { "'\($0.rawValue)'" }.joined(separator: " or ")
    default: nil
    }
  }
}
