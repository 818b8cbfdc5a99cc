/// Finds YAML anchors and aliases, by which a few lines can stand for billions.
enum YAMLAliases {
  /// The first line, from 1, on which an unquoted word begins with & or *; nil where none does.
  static func firstLine(in text: String) -> Int? {
    var line = 1
    var quote: Character?
    var previous: Character = "\n"
    var isComment = false
    var isMark = false
    for character in text {
      if isMark, !character.isWhitespace { return line }
      isMark = false
      if character.isNewline {
        line += 1
        isComment = false
      } else if let open = quote {
        if character == open { quote = nil }
      } else if !isComment {
        let begins = previous.isWhitespace || "[{,:-?".contains(previous)
        switch character {
        case "#": isComment = begins
        case "\"", "'": if begins { quote = character }
        case "&", "*": isMark = begins
        default: break
        }
      }
      previous = character
    }
    return nil
  }
}
