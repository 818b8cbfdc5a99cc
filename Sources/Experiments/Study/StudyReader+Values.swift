import Metrics
import Yams

/// One reader for each type of value; each reports what is wrong and returns nil.
extension StudyReader {
  mutating func text(_ node: Node, key: String) -> String? {
    guard case .scalar(let scalar) = node, !scalar.string.isEmpty else {
      report(node, key, "should be text")
      return nil
    }
    return scalar.string
  }

  mutating func studyName(_ node: Node, key: String) -> String? {
    guard let name = text(node, key: key) else { return nil }
    let allowed = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    guard allowed, name.count <= 64 else {
      report(node, key, "should be letters, digits and hyphens, at most 64")
      return nil
    }
    return name
  }

  mutating func integer(_ node: Node, key: String, in range: ClosedRange<Int>) -> Int? {
    guard case .scalar(let scalar) = node, let value = Int(scalar.string), range.contains(value)
    else {
      let bound = range.upperBound == .max ? "at least \(range.lowerBound)" : "in \(range)"
      report(node, key, "should be a whole number \(bound)")
      return nil
    }
    return value
  }

  mutating func oddInteger(_ node: Node, key: String, in range: ClosedRange<Int>) -> Int? {
    guard let value = integer(node, key: key, in: range) else { return nil }
    guard value % 2 == 1 else {
      report(node, key, "should be odd, so that a patch has a centre")
      return nil
    }
    return value
  }

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

  /// A list without repetitions, each item read by `read`.
  mutating func list<Value: Hashable>(
    _ node: Node, key: String, _ read: (inout StudyReader, Node, String) -> Value?
  ) -> [Value]? {
    guard case .sequence(let sequence) = node, !sequence.isEmpty else {
      report(node, key, "should be a list such as [a, b]")
      return nil
    }
    var values: [Value] = []
    for (index, item) in sequence.enumerated() {
      guard let value = read(&self, item, "\(key)[\(index)]") else { continue }
      if values.contains(value) {
        report(item, "\(key)[\(index)]", "stands in the list twice")
      } else {
        values.append(value)
      }
    }
    return values
  }

  /// A name out of a table of names.
  mutating func name(_ node: Node, key: String, kind: String, of names: [String]) -> String? {
    guard let written = text(node, key: key) else { return nil }
    guard names.contains(written) else {
      report(node, key, "unknown \(kind) '\(written)'" + Self.hint(for: written, in: names))
      return nil
    }
    return written
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

  mutating func pointCounts(_ node: Node, key: String) -> [Int]? {
    let counts = list(node, key: key) { $0.integer($1, key: $2, in: 0...100_000) }
    guard let counts else { return nil }
    guard counts == counts.sorted() else {
      report(node, key, "should ascend")
      return nil
    }
    return counts
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
