import Prose

extension Console {
  /// Names in a list that are told one by one.
  private static let named = 5

  /// Names in one line: the first few, and how many more there are.
  static func some(of names: [String]) -> String {
    names.prefix(named).joined(separator: ", ").onOneLine
      + (names.count > named ? ", and \(names.count - named) more" : "")
  }
}
