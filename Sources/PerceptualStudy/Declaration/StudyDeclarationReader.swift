import Declarations
import Yams

/// Turns a YAML tree into a declared study and collects every mistake on the way.
struct StudyDeclarationReader: DeclarationReader {
  var problems: [DeclarationProblem] = []

  private typealias Bounds = StudyDeclaration.Bounds

  private static let keys = [
    "study", "title", "source", "truth", "methods", "judges", "trials", "practice", "vigilance",
    "exposure", "image_size", "break_every", "exclusion", "consent", "debriefing", "seed",
  ]

  /// The study; nil when a needed key is missing or wrong, and `problems` says why.
  mutating func declaration(from root: Node) -> StudyDeclaration? {
    guard let fields = mapping(root, key: "", allowed: Self.keys) else { return nil }
    var study = StudyDeclaration()
    func set<Value>(_ target: inout Value, _ value: Value?) { if let value { target = value } }
    set(&study.study, required(fields, "study", at: root) { $0.plainName($1, key: $2) })
    study.title = optional(fields, "title") { $0.text($1, key: $2) }
    set(&study.source, optional(fields, "source") { $0.text($1, key: $2) })
    study.truth = optional(fields, "truth") { $0.text($1, key: $2) }
    set(&study.methods, optional(fields, "methods") { $0.methods($1, key: $2) })
    set(&study.judges, number(fields, "judges", Bounds.judges))
    set(&study.trials, number(fields, "trials", Bounds.trials))
    set(&study.practice, number(fields, "practice", Bounds.others))
    set(&study.vigilance, number(fields, "vigilance", Bounds.others))
    set(&study.exposure, optional(fields, "exposure") { $0.exposure($1, key: $2) })
    set(&study.imageSize, number(fields, "image_size", Bounds.imageSize))
    set(&study.breakEvery, number(fields, "break_every", 0...Bounds.trials.upperBound))
    set(&study.exclusion, optional(fields, "exclusion") { $0.exclusion($1, key: $2) })
    set(&study.consent, optional(fields, "consent") { $0.judgesText($1, key: $2) })
    set(&study.debriefing, optional(fields, "debriefing") { $0.judgesText($1, key: $2) })
    set(&study.seed, number(fields, "seed", 0...Int.max).map(UInt64.init))
    return problems.isEmpty ? study : nil
  }

  private mutating func number(
    _ fields: [String: Node], _ key: String, prefix: String = "", _ range: ClosedRange<Int>
  ) -> Int? {
    optional(fields, key, prefix: prefix) { $0.integer($1, key: $2, in: range) }
  }

  private mutating func methods(_ node: Node, key: String) -> [StudyDeclaration.Method]? {
    guard let items = items(node, key: key, { $0.method($1, key: $2) }) else { return nil }
    var names: Set<String> = []
    for (item, method) in items where !names.insert(method.name).inserted {
      report(item.node, "\(item.key).name", "'\(method.name)' stands in the list twice")
    }
    return items.map(\.value)
  }

  private mutating func method(_ node: Node, key: String) -> StudyDeclaration.Method? {
    let allowed = ["name", "folder", "published_rate", "run"]
    guard let fields = mapping(node, key: key, allowed: allowed) else { return nil }
    let prefix = "\(key)."
    if let run = fields["run"] {
      report(
        run, prefix + "run",
        "a run keeps hints and tables, no pictures; write them with 'hintbench colorize --output' "
          + "and name their folder")
      return nil
    }
    let name = required(fields, "name", prefix: prefix, at: node) { $0.plainName($1, key: $2) }
    let folder = required(fields, "folder", prefix: prefix, at: node) { $0.text($1, key: $2) }
    let rate = optional(fields, "published_rate", prefix: prefix) {
      $0.number($1, key: $2, in: 0...1)
    }
    guard let name, let folder else { return nil }
    guard !StudyDeclaration.reservedNames.contains(name) else {
      report(node, prefix + "name", "'\(name)' stands for something else in the tables; rename it")
      return nil
    }
    return StudyDeclaration.Method(name: name, folder: folder, publishedRate: rate)
  }

  private mutating func exposure(_ node: Node, key: String) -> Exposure? {
    let allowed = ["before", "picture", "between"]
    guard let fields = mapping(node, key: key, allowed: allowed) else { return nil }
    var exposure = Exposure()
    let prefix = "\(key)."
    let most = Bounds.milliseconds
    exposure.before = number(fields, "before", prefix: prefix, most) ?? exposure.before
    exposure.picture =
      number(fields, "picture", prefix: prefix, 1...most.upperBound) ?? exposure.picture
    exposure.between = number(fields, "between", prefix: prefix, most) ?? exposure.between
    return exposure
  }

  private mutating func exclusion(_ node: Node, key: String) -> ExclusionRule? {
    let allowed = ["missed_vigilance", "answered_main", "median_reaction"]
    guard let fields = mapping(node, key: key, allowed: allowed) else { return nil }
    var rule = ExclusionRule()
    func number(_ name: String, _ most: Double, _ usual: Double) -> Double {
      optional(fields, name, prefix: "\(key).") { $0.number($1, key: $2, in: 0...most) } ?? usual
    }
    rule.missedVigilance = number("missed_vigilance", 1, rule.missedVigilance)
    rule.answeredMain = number("answered_main", 1, rule.answeredMain)
    rule.medianReaction = number("median_reaction", 60_000, rule.medianReaction)
    return rule
  }

  private mutating func judgesText(_ node: Node, key: String) -> StudyDeclaration.Text? {
    guard let fields = mapping(node, key: key, allowed: ["file", "version"]) else { return nil }
    var text = StudyDeclaration.Text()
    text.file = optional(fields, "file", prefix: "\(key).") { $0.text($1, key: $2) }
    text.version = optional(fields, "version", prefix: "\(key).") { $0.text($1, key: $2) }
    return text
  }
}
