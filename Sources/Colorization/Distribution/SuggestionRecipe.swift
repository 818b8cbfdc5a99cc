/// How suggestions are made of a network's distribution: which rule, and how much it is softened
/// before.
///
/// A weights file may name the recipe that serves its network; without, it is that of the published
/// networks.
public struct SuggestionRecipe: Sendable, Hashable {
  /// How colours are got from a softened distribution; the raw values stand in weights files.
  public enum Rule: String, Sendable, CaseIterable {
    /// The means of weighted k-means, ``Palette/suggestions(probabilities:centers:lightness:count:)``:
    /// Zhang et al. 2017, §3.2, https://doi.org/10.1145/3072959.3073703.
    case clusters
    /// The colours near one of which the true one most probably lies,
    /// ``Palette/coveringSuggestions(probabilities:bins:lightness:count:)``.
    case coverage

    /// The softening where none is named: that of the published networks for their rule, none
    /// for ours.
    public var usualSoftening: Double {
      switch self {
      case .clusters: ColorDistribution.paletteSoftening
      case .coverage: 1
      }
    }
  }

  /// How colours are got from the softened distribution.
  public var rule: Rule
  /// Factor on the logits: 1 leaves the distribution as predicted, less makes it flatter.
  public var softening: Double

  /// The factors that a recipe may name.
  public static let softenings = 0.01...10.0

  /// The recipe of Zhang et al. 2017, §3.2, with the softening of their Caffe model.
  public static let published = SuggestionRecipe(rule: .clusters)

  /// Names a recipe.
  ///
  /// - Parameter softening: in ``softenings``; nil for the rule's own.
  public init(rule: Rule, softening: Double? = nil) {
    let softening = softening ?? rule.usualSoftening
    precondition(Self.softenings.contains(softening), "a softening is 0.01 to 10")
    self.rule = rule
    self.softening = softening
  }
}
