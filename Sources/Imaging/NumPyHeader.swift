/// The header of a `.npy` file: a Python dictionary of element type, order and shape.
struct NumPyHeader {
  /// The element type, such as "<f4".
  private(set) var elementType = ""
  /// Whether the first axis runs fastest.
  private(set) var isFortranOrder = false
  /// The length of each axis, none negative.
  private(set) var shape: [Int] = []

  private var rest: Substring

  /// Parses a dictionary literal with exactly the three keys of the format; nil if it is not one.
  init?(_ text: String) {
    rest = text[...]
    var keys: Set<String> = []
    guard take("{") else { return nil }
    while !take("}") {
      guard let key = takeString(), keys.insert(key).inserted, take(":"), takeValue(of: key),
        take(",") || rest.first == "}"
      else { return nil }
    }
    guard keys.count == 3, rest.allSatisfy(\.isWhitespace) else { return nil }
  }

  private mutating func takeValue(of key: String) -> Bool {
    switch key {
    case "descr":
      guard let value = takeString() else { return false }
      elementType = value
    case "fortran_order":
      isFortranOrder = take("True")
      guard isFortranOrder || take("False") else { return false }
    case "shape":
      guard let value = takeTuple() else { return false }
      shape = value
    default:
      return false
    }
    skipSpaces()
    return true
  }

  private mutating func takeTuple() -> [Int]? {
    guard take("(") else { return nil }
    var numbers: [Int] = []
    while !take(")") {
      let digits = rest.prefix { ("0"..."9").contains($0) }
      guard let number = Int(digits) else { return nil }
      rest = rest.dropFirst(digits.count)
      numbers.append(number)
      skipSpaces()
      guard take(",") || (rest.first == ")" && numbers.count > 1) else { return nil }
      skipSpaces()
    }
    return numbers
  }

  private mutating func takeString() -> String? {
    skipSpaces()
    guard let quote = rest.first, quote == "'" || quote == "\"" else { return nil }
    let content = rest.dropFirst().prefix { $0 != quote }
    rest = rest.dropFirst(1 + content.count)
    return take(String(quote)) ? String(content) : nil
  }

  private mutating func take(_ token: String) -> Bool {
    skipSpaces()
    guard rest.hasPrefix(token) else { return false }
    rest = rest.dropFirst(token.count)
    return true
  }

  private mutating func skipSpaces() {
    rest = rest.drop { $0 == " " || $0 == "\n" }
  }
}
