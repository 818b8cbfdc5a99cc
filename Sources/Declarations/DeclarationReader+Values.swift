import Prose
import Yams

/// One reader for each type of value.
extension DeclarationReader {
  /// Text that is not empty.
  public mutating func text(_ node: Node, key: String) -> String? {
    guard case .scalar(let scalar) = node, !scalar.string.isEmpty else {
      report(node, key, "should be text")
      return nil
    }
    return scalar.string
  }

  /// A name for folders and tables.
  public mutating func plainName(_ node: Node, key: String) -> String? {
    guard let name = text(node, key: key) else { return nil }
    let allowed = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    guard allowed, name.count <= 64 else {
      report(node, key, "should be letters, digits and hyphens, at most 64")
      return nil
    }
    return name
  }

  /// A whole number in a range, in plain digits.
  public mutating func integer(_ node: Node, key: String, in range: ClosedRange<Int>) -> Int? {
    let written = node.scalar?.string ?? ""
    guard let value = PlainNumber.integer(written), range.contains(value) else {
      let bound = range.upperBound == .max ? "at least \(range.lowerBound)" : "in \(range)"
      report(
        node, key, "should be a whole number \(bound)" + PlainNumber.remark(onInteger: written))
      return nil
    }
    return value
  }

  /// An odd whole number in a range.
  public mutating func oddInteger(_ node: Node, key: String, in range: ClosedRange<Int>) -> Int? {
    guard let value = integer(node, key: key, in: range) else { return nil }
    guard value % 2 == 1 else {
      report(node, key, "should be odd, so that a patch has a centre")
      return nil
    }
    return value
  }

  /// A number in a range, in decimal or scientific notation.
  public mutating func number(
    _ node: Node, key: String, in range: ClosedRange<Double>
  ) -> Double? {
    let written = node.scalar?.string ?? ""
    guard let value = PlainNumber.decimal(written), value.isFinite, range.contains(value) else {
      report(
        node, key,
        "should be a number in \(range.lowerBound)...\(range.upperBound)"
          + PlainNumber.remark(onDecimal: written))
      return nil
    }
    return value
  }

  /// A list without repetitions, each item read by `read`.
  public mutating func list<Value: Hashable>(
    _ node: Node, key: String, _ read: (inout Self, Node, String) -> Value?
  ) -> [Value]? {
    guard let items = items(node, key: key, read) else { return nil }
    var values: [Value] = []
    for (item, value) in items {
      if values.contains(value) {
        report(item.node, item.key, "stands in the list twice")
      } else {
        values.append(value)
      }
    }
    return values
  }

  /// A list that is not empty, each item read by `read`; items with mistakes are left out.
  public mutating func items<Value>(
    _ node: Node, key: String, _ read: (inout Self, Node, String) -> Value?
  ) -> [(item: (node: Node, key: String), value: Value)]? {
    guard case .sequence(let sequence) = node, !sequence.isEmpty else {
      report(node, key, "should be a list such as [a, b]")
      return nil
    }
    var values: [(item: (node: Node, key: String), value: Value)] = []
    for (index, item) in sequence.enumerated() {
      let itemKey = "\(key)[\(index)]"
      if let value = read(&self, item, itemKey) { values.append(((item, itemKey), value)) }
    }
    return values
  }

  /// Two values, each read by `read`, the second not below the first where `ascending`.
  ///
  /// - Parameter example: what to write instead, such as `the least and the greatest: [0, 1]`.
  public mutating func pair<Value: Comparable>(
    _ node: Node, key: String, ascending: Bool = true, example: String,
    _ read: (inout Self, Node, String) -> Value?
  ) -> (first: Value, second: Value)? {
    guard case .sequence(let sequence) = node, sequence.count == 2 else {
      report(node, key, "should be \(example)")
      return nil
    }
    let first = read(&self, sequence[0], "\(key)[0]")
    let second = read(&self, sequence[1], "\(key)[1]")
    guard let first, let second else { return nil }
    guard !ascending || first <= second else {
      report(node, key, "should be \(example)")
      return nil
    }
    return (first, second)
  }

  /// A name out of a table of names.
  public mutating func name(
    _ node: Node, key: String, kind: String, of names: [String]
  ) -> String? {
    guard let written = text(node, key: key) else { return nil }
    guard names.contains(written) else {
      report(
        node, key, "unknown \(kind) '\(written)'" + NameSuggestion.hint(for: written, in: names))
      return nil
    }
    return written
  }

  /// Numbers of points, ascending.
  public mutating func pointCounts(_ node: Node, key: String) -> [Int]? {
    let counts = list(node, key: key) { $0.integer($1, key: $2, in: 0...100_000) }
    guard let counts else { return nil }
    guard counts == counts.sorted() else {
      report(node, key, "should ascend")
      return nil
    }
    return counts
  }
}
