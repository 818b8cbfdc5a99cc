import Declarations
import ImageMetrics
import SimulatedUsers
import Yams

/// Turns a YAML tree into a study and collects every mistake on the way.
struct StudyReader: DeclarationReader {
  let hash: String
  var problems: [StudyProblem] = []

  /// The study, or nil when a needed key is missing or wrong; `problems` says why.
  mutating func study(from root: Node) -> Study? {
    guard let fields = mapping(root, key: "", allowed: Self.keys) else { return nil }
    let name = required(fields, "study", at: root) { $0.plainName($1, key: $2) }
    let version = required(fields, "version", at: root) { $0.integer($1, key: $2, in: 1...9999) }
    let title = required(fields, "title", at: root) { $0.text($1, key: $2) }
    let methods = required(fields, "methods", at: root) { $0.methodNames($1, key: $2) }
    let oracles = required(fields, "oracles", at: root) { $0.revealers($1, key: $2) }
    let metrics = optional(fields, "metrics") { $0.metricNames($1, key: $2) } ?? ["psnr"]
    let floor = optional(fields, "floor") {
      $0.name($1, key: $2, kind: "method", of: MethodCatalog.names)
    }
    let size = optional(fields, "size") { $0.integer($1, key: $2, in: 16...4096) } ?? 256
    let patch = optional(fields, "patch") { $0.oddInteger($1, key: $2, in: 1...63) } ?? 7
    let points = optional(fields, "points") { $0.pointCounts($1, key: $2) } ?? [0]
    let strip = optional(fields, "strip") { $0.strip($1, key: $2) }
    let published = optional(fields, "published") { $0.publishedCurves($1, key: $2) } ?? []
    let study = Study(
      name: name ?? "", version: version ?? 0, title: title ?? "",
      source: optional(fields, "source") { $0.text($1, key: $2) } ?? "", size: size,
      seed: UInt64(optional(fields, "seed") { $0.integer($1, key: $2, in: 0...Int.max) } ?? 2017),
      sceneCount: optional(fields, "scenes") { $0.integer($1, key: $2, in: 1...100_000) } ?? 12,
      pictures: optional(fields, "pictures") { $0.choice($1, key: $2) }
        ?? .scenes,
      hueRotation: optional(fields, "hue_rotation") { $0.integer($1, key: $2, in: 0...359) } ?? 0,
      reference: optional(fields, "reference") { $0.choice($1, key: $2) }
        ?? .truth,
      methods: methods ?? [], revealers: oracles ?? [], points: points, patch: patch,
      metrics: metrics,
      mainMetric: optional(fields, "main_metric") {
        $0.name($1, key: $2, kind: "metric", of: Metric.all.map(\.name))
      } ?? "psnr",
      floor: floor ?? Self.floors.first { (methods ?? []).contains($0) },
      skipsGrey: optional(fields, "images") { $0.skipsGrey($1, key: $2) } ?? false,
      strip: strip ?? Self.defaultStrip(oracles ?? [], points: points, size: size),
      published: published, hash: hash)
    check(study, fields)
    return problems.isEmpty ? study : nil
  }

  private static let keys = [
    "study", "version", "title", "source", "size", "seed", "scenes", "pictures",
    "hue_rotation", "reference", "methods", "oracles", "points",
    "patch", "metrics", "main_metric", "floor", "images", "strip", "published",
  ]

  /// Methods that serve as a floor where a study names none, in the order of preference.
  private static let floors = ["gray", "nine-colors"]

  /// What no single key shows: settings that do not go together.
  private mutating func check(_ study: Study, _ fields: [String: Node]) {
    if let node = fields["patch"], study.patch > study.size {
      report(node, "patch", "a patch of \(study.patch) pixels does not fit into size \(study.size)")
    }
    // More patches than this never fit; fewer may not either when they fall badly, which a run tells.
    let most = (study.size / study.patch) * (study.size / study.patch)
    if let node = fields["points"], study.patch <= study.size,
      let asked = study.points.last, asked > most
    {
      report(
        node, "points",
        "\(asked) patches of \(study.patch) pixels cannot lie side by side in size \(study.size)")
    }
    if let node = fields["main_metric"], !study.metrics.contains(study.mainMetric) {
      report(node, "main_metric", "'\(study.mainMetric)' is not among the study's metrics")
    }
    if let node = fields["floor"], let floor = study.floor, !study.methods.contains(floor) {
      report(node, "floor", "'\(floor)' is not among the study's methods")
    }
    let judged = study.revealers.contains(study.strip.revealer)
    if let node = fields["strip"],
      !judged || !study.points(for: study.strip.revealer).contains(study.strip.points)
    {
      report(node, "strip", "names an oracle or a number of points that the study does not run")
    }
    if fields["points"] == nil, study.revealers.contains(where: \.revealsPoints),
      let node = fields["oracles"]
    {
      report(node, "oracles", "random, max-error and marked need the key 'points'")
    }
    if study.revealers.contains(.marks), study.pictures != .segments, let node = fields["oracles"] {
      report(node, "oracles", "'marked' needs 'pictures: segments', which say where points go")
    }
  }

  /// Ten points of the first oracle, or the nearest number the study has.
  private static func defaultStrip(_ revealers: [Revealer], points: [Int], size: Int) -> Study.Strip
  {
    let oracle = revealers.first(where: \.revealsPoints)
    guard let oracle else {
      let everything = revealers.contains(.everything)
      return Study.Strip(
        revealer: everything ? .everything : .nothing, points: everything ? size * size : 0)
    }
    let nearest = points.min { abs($0 - 10) < abs($1 - 10) } ?? 0
    return Study.Strip(revealer: oracle, points: nearest)
  }
}
