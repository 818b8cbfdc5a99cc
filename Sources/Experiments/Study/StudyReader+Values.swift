import Declarations
import ImageMetrics
import Yams

/// One reader for each type of value; each reports what is wrong and returns nil.
extension StudyReader {
  mutating func decibels(_ node: Node, key: String) -> Double? {
    guard case .scalar(let scalar) = node else {
      report(node, key, "should be a number of dB")
      return nil
    }
    if scalar.string == "inf" { return .infinity }
    guard let value = PlainNumber.decimal(scalar.string), value.isFinite, (0...200).contains(value)
    else {
      report(
        node, key,
        "should be a number of dB in 0...200, or inf"
          + PlainNumber.remark(onDecimal: scalar.string))
      return nil
    }
    return value
  }

  mutating func methodNames(_ node: Node, key: String) -> [String]? {
    list(node, key: key) { $0.name($1, key: $2, kind: "method", of: MethodCatalog.names) }
  }

  mutating func metricNames(_ node: Node, key: String) -> [String]? {
    let names = list(node, key: key) {
      $0.name($1, key: $2, kind: "metric", of: Metric.all.map(\.name))
    }
    guard let names else { return nil }
    guard names.first == "psnr" else {
      report(node, key, "should begin with psnr, the first column of every table")
      return nil
    }
    return names
  }

  mutating func revealers(_ node: Node, key: String) -> [Revealer]? {
    list(node, key: key) { $0.revealer($1, key: $2) }
  }

  mutating func revealer(_ node: Node, key: String) -> Revealer? {
    name(node, key: key, kind: "oracle", of: Revealer.all.map(\.name)).flatMap(Revealer.init(name:))
  }

  /// One of the words of an enumeration.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ node: Node, key: String
  ) -> Choice? where Choice.RawValue == String {
    name(node, key: key, kind: key, of: Choice.allCases.map(\.rawValue))
      .flatMap(Choice.init(rawValue:))
  }

  mutating func strip(_ node: Node, key: String) -> Study.Strip? {
    guard let fields = mapping(node, key: key, allowed: ["oracle", "points"]) else { return nil }
    let revealer = required(fields, "oracle", prefix: "\(key).", at: node) {
      $0.revealer($1, key: $2)
    }
    let points = required(fields, "points", prefix: "\(key).", at: node) {
      $0.integer($1, key: $2, in: 0...(1 << 24))
    }
    guard let revealer, let points else { return nil }
    return Study.Strip(revealer: revealer, points: points)
  }

  /// `{skip_grey: true}`.
  mutating func skipsGrey(_ node: Node, key: String) -> Bool? {
    guard let fields = mapping(node, key: key, allowed: ["skip_grey"]) else { return nil }
    return optional(fields, "skip_grey", prefix: "\(key).") { $0.flag($1, key: $2) } ?? false
  }

  private mutating func flag(_ node: Node, key: String) -> Bool? {
    guard case .scalar(let scalar) = node, let value = Bool(scalar.string) else {
      report(node, key, "should be true or false")
      return nil
    }
    return value
  }

  mutating func publishedCurves(_ node: Node, key: String) -> [PublishedCurve]? {
    guard case .sequence(let sequence) = node else {
      report(node, key, "should be a list of published results")
      return nil
    }
    return sequence.enumerated().compactMap { publishedCurve($1, key: "\(key)[\($0)]") }
  }

  private mutating func publishedCurve(_ node: Node, key: String) -> PublishedCurve? {
    let allowed = ["method", "oracle", "source", "psnr_db", "se_db", "metric", "mean", "se"]
    guard let fields = mapping(node, key: key, allowed: allowed) else { return nil }
    let prefix = "\(key)."
    let method = required(fields, "method", prefix: prefix, at: node) {
      $0.name($1, key: $2, kind: "method", of: MethodCatalog.names)
    }
    let revealer = required(fields, "oracle", prefix: prefix, at: node) { $0.revealer($1, key: $2) }
    let source = required(fields, "source", prefix: prefix, at: node) { $0.text($1, key: $2) }
    let metric =
      optional(fields, "metric", prefix: prefix) {
        $0.name($1, key: $2, kind: "metric", of: Metric.all.map(\.name))
      } ?? Metric.psnr.name
    let (meanKey, errorKey) = metric == Metric.psnr.name ? ("psnr_db", "se_db") : ("mean", "se")
    let means = required(fields, meanKey, prefix: prefix, at: node) {
      $0.figuresByPoints($1, key: $2, metric: metric)
    }
    let errors =
      optional(fields, errorKey, prefix: prefix) {
        $0.figuresByPoints($1, key: $2, metric: metric)
      } ?? [:]
    guard let method, let revealer, let source, let means else { return nil }
    let figures = means.map { ($0, PublishedFigure(mean: $1, standardError: errors[$0])) }
    let byPoints = Dictionary(uniqueKeysWithValues: figures)
    let constant = byPoints[Self.anyCount]
    return PublishedCurve(
      method: method, revealer: revealer.name, metric: metric, source: source,
      figures: byPoints.filter { $0.key != Self.anyCount }, constant: constant)
  }

  /// Stands for the key `any` of a published curve.
  private static let anyCount = -1

  /// `{0: 22.8, 10: 25.1}`, with `any` for a method that ignores hints.
  private mutating func figuresByPoints(
    _ node: Node, key: String, metric: String
  ) -> [Int: Double]? {
    let isPSNR = metric == Metric.psnr.name
    guard case .mapping(let mapping) = node else {
      let example =
        isPSNR ? "dB, such as {0: 22.8, 10: 25.1}" : "means, such as {0: 0.31, 10: 0.42}"
      report(node, key, "should map numbers of points to \(example)")
      return nil
    }
    var values: [Int: Double] = [:]
    for (countNode, value) in mapping {
      let written = countNode.string ?? ""
      let count =
        written == "any"
        ? Self.anyCount : PlainNumber.integer(written).flatMap { $0 < 0 ? nil : $0 }
      guard let count else {
        report(
          countNode, key,
          "'\(written)' is not a number of points" + PlainNumber.remark(onInteger: written))
        continue
      }
      guard values[count] == nil else {
        report(countNode, key, "'\(written)' stands twice; keep one of them")
        continue
      }
      let place = "\(key).\(written)"
      values[count] =
        isPSNR ? decibels(value, key: place) : number(value, key: place, in: -1e6...1e6)
    }
    return values
  }
}
