/// Finds YAML anchors and aliases, by which a few lines can stand for billions.
enum YAMLAliases {
  /// The first line, from 1, on which a word begins with & or *; nil where none does.
  ///
  /// Quoted text and comments behind a value are not told apart from anchors: whoever tells must
  /// read YAML as the parser does, and each difference is a way around. Only lines that begin with
  /// # are free, for they are comments or text in every reading.
  static func firstLine(in text: String) -> Int? {
    var line = 1
    var isFree = false
    var isBlank = true
    var isMark = false
    var previous: Unicode.Scalar = "\n"
    for scalar in text.unicodeScalars {
      let isSpace = scalar.properties.isWhitespace
      if isMark, !isSpace { return line }
      if "\n\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains(scalar) {
        if !(scalar == "\n" && previous == "\r") { line += 1 }
        (isFree, isBlank) = (false, true)
      } else if isBlank, !isSpace {
        (isFree, isBlank) = (scalar == "#", false)
      }
      let begins = previous.properties.isWhitespace || "[{,:-?".unicodeScalars.contains(previous)
      isMark = begins && !isFree && (scalar == "&" || scalar == "*")
      previous = scalar
    }
    return nil
  }
}
