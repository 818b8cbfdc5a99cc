import Declarations
import Experiments
import Yams

/// Turns a YAML tree into a declared painting study and collects every mistake on the way.
struct PaintStudyReader: DeclarationReader {
  var problems: [DeclarationProblem] = []

  private typealias Bounds = PaintStudyDeclaration.Bounds

  private static let keys = [
    "study", "title", "source", "images", "scenes", "subjects", "pictures", "training", "seconds",
    "image_size", "method", "goal", "consent", "thanks", "seed",
  ]

  /// The study; nil when a needed key is missing or wrong, and `problems` says why.
  mutating func declaration(from root: Node) -> PaintStudyDeclaration? {
    guard let fields = mapping(root, key: "", allowed: Self.keys) else { return nil }
    var study = PaintStudyDeclaration()
    func set<Value>(_ target: inout Value, _ value: Value?) { if let value { target = value } }
    set(&study.study, required(fields, "study", at: root) { $0.plainName($1, key: $2) })
    study.title = optional(fields, "title") { $0.text($1, key: $2) }
    set(&study.source, optional(fields, "source") { $0.text($1, key: $2) })
    study.images = optional(fields, "images") { $0.text($1, key: $2) }
    set(&study.scenes, number(fields, "scenes", Bounds.scenes))
    set(&study.subjects, number(fields, "subjects", Bounds.subjects))
    set(&study.pictures, number(fields, "pictures", Bounds.pictures))
    set(&study.seconds, number(fields, "seconds", Bounds.seconds))
    set(&study.imageSize, number(fields, "image_size", Bounds.imageSize))
    set(
      &study.method,
      optional(fields, "method") {
        $0.name($1, key: $2, kind: "method", of: MethodCatalog.names)
      })
    set(&study.goal, optional(fields, "goal") { $0.text($1, key: $2) })
    set(&study.consent, optional(fields, "consent") { $0.subjectsText($1, key: $2) })
    set(&study.thanks, optional(fields, "thanks") { $0.subjectsText($1, key: $2) })
    set(&study.seed, number(fields, "seed", 0...Int.max).map(UInt64.init))
    if let training = fields["training"] { readTraining(training, into: &study) }
    if problems.isEmpty, let problem = study.problem {
      report(fields["training"] ?? root, problem.name, problem.explanation)
    }
    return problems.isEmpty ? study : nil
  }

  private mutating func number(
    _ fields: [String: Node], _ key: String, prefix: String = "", _ range: ClosedRange<Int>
  ) -> Int? {
    optional(fields, key, prefix: prefix) { $0.integer($1, key: $2, in: range) }
  }

  private mutating func readTraining(_ node: Node, into study: inout PaintStudyDeclaration) {
    let allowed = ["pictures", "seconds"]
    guard let fields = mapping(node, key: "training", allowed: allowed) else { return }
    let prefix = "training."
    study.trainingPictures =
      number(fields, "pictures", prefix: prefix, Bounds.training) ?? study.trainingPictures
    study.trainingSeconds =
      number(fields, "seconds", prefix: prefix, 0...36_000) ?? study.trainingSeconds
  }

  private mutating func subjectsText(
    _ node: Node, key: String
  ) -> PaintStudyDeclaration.Text? {
    guard let fields = mapping(node, key: key, allowed: ["file", "version"]) else { return nil }
    return PaintStudyDeclaration.Text(
      file: optional(fields, "file", prefix: "\(key).") { $0.text($1, key: $2) },
      version: optional(fields, "version", prefix: "\(key).") { $0.text($1, key: $2) })
  }
}
