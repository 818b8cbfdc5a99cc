import Yams

/// Turns a YAML tree into values and collects every mistake on the way.
///
/// Each function that reads a value reports what is wrong and returns nil.
public protocol DeclarationReader {
  /// The mistakes so far.
  var problems: [DeclarationProblem] { get set }
}

extension DeclarationReader {
  /// Notes a mistake at a node.
  public mutating func report(_ node: Node, _ key: String, _ explanation: String) {
    problems.append(
      DeclarationProblem(line: node.mark?.line ?? 1, key: key, explanation: explanation))
  }

  /// A mapping's fields; unknown keys are mistakes.
  public mutating func mapping(_ node: Node, key: String, allowed: [String]) -> [String: Node]? {
    guard case .mapping(let mapping) = node else {
      report(node, key, "should be a list of 'key: value' lines")
      return nil
    }
    var fields: [String: Node] = [:]
    for (keyNode, value) in mapping {
      guard let name = keyNode.string, allowed.contains(name) else {
        let written = keyNode.string ?? "?"
        report(
          keyNode, key.isEmpty ? written : "\(key).\(written)",
          "unknown key" + Self.hint(for: written, in: allowed))
        continue
      }
      fields[name] = value
    }
    return fields
  }

  /// A field that must be there.
  public mutating func required<Value>(
    _ fields: [String: Node], _ key: String, prefix: String = "", at parent: Node,
    _ read: (inout Self, Node, String) -> Value?
  ) -> Value? {
    guard let node = fields[key] else {
      report(parent, prefix + key, "is missing")
      return nil
    }
    return read(&self, node, prefix + key)
  }

  /// A field that may be left out.
  public mutating func optional<Value>(
    _ fields: [String: Node], _ key: String, prefix: String = "",
    _ read: (inout Self, Node, String) -> Value?
  ) -> Value? {
    fields[key].flatMap { read(&self, $0, prefix + key) }
  }

  /// `; did you mean 'x'?` for the nearest of some names.
  public static func hint(for written: String, in names: [String]) -> String {
    let ranked = names.map { (name: $0, distance: editDistance($0, written)) }
    guard let best = ranked.min(by: { $0.distance < $1.distance }), best.distance <= 3 else {
      return "; known: \(names.joined(separator: ", "))"
    }
    return "; did you mean '\(best.name)'?"
  }

  private static func editDistance(_ first: String, _ second: String) -> Int {
    guard second.count < 64 else { return 64 }
    var row = Array(0...second.count)
    for (i, a) in first.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in second.enumerated() {
        let cost = min(row[j + 1] + 1, row[j] + 1, diagonal + (a == b ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = cost
      }
    }
    return row[second.count]
  }
}
