import Prose
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

  /// A mapping's fields; unknown keys are mistakes, and so is one that stands twice.
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
          "unknown key" + NameSuggestion.hint(for: written, in: allowed))
        continue
      }
      guard fields[name] == nil else {
        report(keyNode, key.isEmpty ? name : "\(key).\(name)", "stands twice; keep one of them")
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
}
