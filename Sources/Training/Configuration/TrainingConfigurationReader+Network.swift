import Colorization
import Declarations
import HintNetwork
import Yams

/// The section that names the network.
extension TrainingConfigurationReader {
  /// A checkpoint of a wider network would be longer than weights files may be, 1 GiB.
  private static let largestWidth = 72

  mutating func network(_ node: Node, key: String) -> TrainingConfiguration.Network? {
    let families = ["hint", "affinity"]
    let written = node.mapping?["family"]
    let family =
      written.flatMap { name($0, key: "\(key).family", kind: "family", of: families) } ?? "hint"
    // What else is said is of no family then.
    guard written == nil || families.contains(written?.scalar?.string ?? "") else { return nil }
    return family == "hint" ? hintNetwork(node, key: key) : affinityNetwork(node, key: key)
  }

  private mutating func hintNetwork(
    _ node: Node, key: String
  ) -> TrainingConfiguration.Network? {
    let allowed = ["family", "variant", "width", "head", "start", "picture_side", "suggestions"]
    guard let fields = mapping(node, key: key, allowed: allowed) else { return nil }
    let prefix = "\(key)."
    let variant = required(fields, "variant", prefix: prefix, at: node) {
      $0.name($1, key: $2, kind: "variant", of: ["local", "global"])
    }
    let width =
      optional(fields, "width", prefix: prefix) {
        $0.integer($1, key: $2, in: 1...Self.largestWidth)
      } ?? 32
    let head =
      optional(fields, "head", prefix: prefix) {
        $0.name($1, key: $2, kind: "head", of: ["hypercolumn", "bins529", "none"])
      } ?? "hypercolumn"
    let start = start(fields, prefix: prefix) ?? .scratch
    let side = optional(fields, "picture_side", prefix: prefix) { $0.side($1, key: $2) }
    let suggestions = optional(fields, "suggestions", prefix: prefix) {
      $0.suggestions($1, key: $2)
    }
    guard let variant = variant.flatMap(HintNetworkArchitecture.Variant.init(rawValue:)) else {
      return nil
    }
    let architecture = HintNetworkArchitecture(
      variant: variant, width: width, head: .init(rawValue: head))
    return .init(
      .hint(.init(architecture, pictureSide: side, suggestions: suggestions)), start: start)
  }

  private mutating func affinityNetwork(
    _ node: Node, key: String
  ) -> TrainingConfiguration.Network? {
    let allowed = ["family", "start", "global", "learned_blocks", "encoder_rate"]
    guard let fields = mapping(node, key: key, allowed: allowed) else { return nil }
    let prefix = "\(key)."
    var affinity = TrainingConfiguration.Network.Affinity()
    affinity.isGlobal =
      optional(fields, "global", prefix: prefix) { $0.yesOrNo($1, key: $2) }
      ?? affinity.isGlobal
    affinity.learnedBlocks =
      optional(fields, "learned_blocks", prefix: prefix) { $0.integer($1, key: $2, in: 0...5) }
      ?? affinity.learnedBlocks
    affinity.encoderRate =
      optional(fields, "encoder_rate", prefix: prefix) { $0.number($1, key: $2, in: 0...1) }
      ?? affinity.encoderRate
    let start = start(fields, prefix: prefix) ?? .bundled
    if let written = fields["start"], start == .scratch {
      report(
        written, prefix + "start",
        "should be 'bundled' or a file: this encoder has learned from a million pictures")
    }
    return .init(.affinity(affinity), start: start)
  }

  private mutating func start(
    _ fields: [String: Node], prefix: String
  ) -> TrainingConfiguration.Network.Start? {
    optional(fields, "start", prefix: prefix) { $0.text($1, key: $2) }.map { text in
      switch text {
      case "scratch": .scratch
      case "bundled": .bundled
      default: .file(text)
      }
    }
  }

  private mutating func yesOrNo(_ node: Node, key: String) -> Bool? {
    switch node.scalar?.string {
    case "true": return true
    case "false": return false
    default:
      report(node, key, "should be true or false")
      return nil
    }
  }

  private mutating func suggestions(_ node: Node, key: String) -> SuggestionRecipe? {
    guard let fields = mapping(node, key: key, allowed: ["rule", "softening"]) else { return nil }
    let prefix = "\(key)."
    let names = SuggestionRecipe.Rule.allCases.map(\.rawValue)
    let rule = optional(fields, "rule", prefix: prefix) {
      $0.name($1, key: $2, kind: "rule", of: names)
    }
    let softening = optional(fields, "softening", prefix: prefix) {
      $0.number($1, key: $2, in: SuggestionRecipe.softenings)
    }
    return SuggestionRecipe(
      rule: rule.flatMap(SuggestionRecipe.Rule.init(rawValue:)) ?? SuggestionRecipe.published.rule,
      softening: softening)
  }
}
