import Colorization

extension SuggestionRecipe {
  /// Reads what a weights file says; the published recipe where it says nothing.
  ///
  /// - Throws: ``HintNetworkError/badMetadata(path:key:value:)`` for an unknown rule, or a softening
  ///   that is no number in ``SuggestionRecipe/softenings``.
  init(metadata: [String: String], path: String) throws(HintNetworkError) {
    let (ruleKey, softeningKey) = (
      HintNetworkWeights.suggestionRuleKey, HintNetworkWeights.suggestionSofteningKey
    )
    var rule = Self.published.rule
    if let text = metadata[ruleKey] {
      guard let named = Rule(rawValue: text) else {
        throw .badMetadata(path: path, key: ruleKey, value: text)
      }
      rule = named
    }
    var softening: Double?
    if let text = metadata[softeningKey] {
      guard let number = Double(text), Self.softenings.contains(number) else {
        throw .badMetadata(path: path, key: softeningKey, value: text)
      }
      softening = number
    }
    self.init(rule: rule, softening: softening)
  }

  /// The entries of a weights file that say this.
  public var metadata: [String: String] {
    [
      HintNetworkWeights.suggestionRuleKey: rule.rawValue,
      HintNetworkWeights.suggestionSofteningKey: String(softening),
    ]
  }
}
