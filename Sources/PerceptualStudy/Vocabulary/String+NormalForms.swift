import Files
import Foundation

extension String {
  /// Whether two texts are the same bytes in UTF-8; `==` takes "é" and "e" with a combining accent as
  /// one.
  func hasBytes(of other: String) -> Bool { utf8.elementsEqual(other.utf8) }

  /// The Unicode normal form that a text is in, for people: https://unicode.org/reports/tr15/.
  var normalForm: String {
    if hasBytes(of: precomposedStringWithCanonicalMapping) { return "composed letters (NFC)" }
    if hasBytes(of: decomposedStringWithCanonicalMapping) {
      return "letters with combining accents (NFD)"
    }
    return "no normal form"
  }
}

extension Sequence<String> {
  /// Names that are the same letters in other bytes than a name before them, one of each.
  public func sameLettersInOtherBytes() -> [String] {
    var seen: [String: ExactName] = [:]
    var found: Set<String> = []
    for name in self {
      if let first = seen[name] {
        if first != ExactName(name) { found.insert(name) }
      } else {
        seen[name] = ExactName(name)
      }
    }
    return found.sorted()
  }
}
