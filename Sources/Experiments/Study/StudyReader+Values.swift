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
    guard let value = Double(scalar.string), value.isFinite, (0...200).contains(value) else {
      report(node, key, "should be a number of dB in 0...200, or inf")
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

  mutating func publishedCurves(_ node: Node, key: String) -> [PublishedCurve]? {
    guard case .sequence(let sequence) = node else {
      report(node, key, "should be a list of published results")
      return nil
    }
    return sequence.enumerated().compactMap { publishedCurve($1, key: "\(key)[\($0)]") }
  }

  private mutating func publishedCurve(_ node: Node, key: String) -> PublishedCurve? {
    let allowed = ["method", "oracle", "source", "psnr_db", "se_db"]
    guard let fields = mapping(node, key: key, allowed: allowed) else { return nil }
    let prefix = "\(key)."
    let method = required(fields, "method", prefix: prefix, at: node) {
      $0.name($1, key: $2, kind: "method", of: MethodCatalog.names)
    }
    let revealer = required(fields, "oracle", prefix: prefix, at: node) { $0.revealer($1, key: $2) }
    let source = required(fields, "source", prefix: prefix, at: node) { $0.text($1, key: $2) }
    let means = required(fields, "psnr_db", prefix: prefix, at: node) {
      $0.decibelsByPoints($1, key: $2)
    }
    let errors =
      optional(fields, "se_db", prefix: prefix) { $0.decibelsByPoints($1, key: $2) } ?? [:]
    guard let method, let revealer, let source, let means else { return nil }
    let figures = means.map { ($0, PublishedFigure(meanDB: $1, standardErrorDB: errors[$0])) }
    let byPoints = Dictionary(uniqueKeysWithValues: figures)
    let constant = byPoints[Self.anyCount]
    return PublishedCurve(
      method: method, revealer: revealer.name, source: source,
      figures: byPoints.filter { $0.key != Self.anyCount }, constant: constant)
  }

  /// Stands for the key `any` of a published curve.
  private static let anyCount = -1

  /// `{0: 22.8, 10: 25.1}`, with `any` for a method that ignores hints.
  private mutating func decibelsByPoints(_ node: Node, key: String) -> [Int: Double]? {
    guard case .mapping(let mapping) = node else {
      report(node, key, "should map numbers of points to dB, such as {0: 22.8, 10: 25.1}")
      return nil
    }
    var values: [Int: Double] = [:]
    for (countNode, value) in mapping {
      let written = countNode.string ?? ""
      let count = written == "any" ? Self.anyCount : Int(written).flatMap { $0 < 0 ? nil : $0 }
      guard let count else {
        report(countNode, key, "'\(written)' is not a number of points")
        continue
      }
      guard let decibels = decibels(value, key: "\(key).\(written)") else { continue }
      values[count] = decibels
    }
    return values
  }
}
