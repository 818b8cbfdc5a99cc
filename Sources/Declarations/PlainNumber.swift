/// Numbers as declarations spell them: in decimal digits, one reading for everybody.
///
/// YAML's versions and its readers disagree about the rest: `040` is 32 to some and 40 to others, `0x28`
/// and `1_000` are numbers here and texts there.
public enum PlainNumber {
  /// The whole number that a text spells: digits without a leading zero, perhaps behind a sign.
  public static func integer(_ text: String) -> Int? {
    hasPlainDigits(text[...]) ? Int(text) : nil
  }

  /// The number that a text spells: digits without a leading zero, perhaps with decimals and a power of
  /// ten (`2.5e-3`, `.5`).
  public static func decimal(_ text: String) -> Double? {
    let mantissa = text.prefix { $0 != "e" && $0 != "E" }
    let power = text.dropFirst(mantissa.count).dropFirst()
    guard text.utf8.allSatisfy(isOfDecimal), !hasLeadingZero(mantissa),
      power.isEmpty || power.contains(where: \.isNumber), let value = Double(text)
    else { return nil }
    return value
  }

  /// `; write 40` for a text that some readers take for a whole number in another notation; empty for
  /// any other.
  public static func remark(onInteger text: String) -> String {
    guard let value = looseInteger(text) else { return "" }
    return remark(on: text, instead: "\(value)")
  }

  /// `; write 0.5` for a text that some readers take for a number in another notation; empty for any
  /// other.
  public static func remark(onDecimal text: String) -> String {
    guard decimal(text) == nil else { return "" }
    if let value = looseInteger(text) { return remark(on: text, instead: "\(value)") }
    let bare = text.filter { $0 != "_" }
    guard let value = Double(bare), value.isFinite else { return "" }
    return remark(on: text, instead: "\(value)")
  }

  private static func remark(on text: String, instead: String) -> String {
    hasLeadingZero(text[...])
      ? "; '\(text)' has a leading zero, which means octal to many programs: write \(instead)"
      : "; '\(text)' is not in plain digits: write \(instead)"
  }

  /// What a text in another notation than plain digits most likely means: `040` 40, `0x28` 40, `1_000`
  /// 1000, `1e2` 100; nil for plain digits, and for what is no whole number.
  private static func looseInteger(_ text: String) -> Int? {
    guard integer(text) == nil else { return nil }
    let bare = text.filter { $0 != "_" }.lowercased()
    let isNegative = bare.hasPrefix("-")
    let unsigned = isNegative || bare.hasPrefix("+") ? bare.dropFirst() : bare[...]
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where unsigned.hasPrefix(prefix) {
      return Int(unsigned.dropFirst(2), radix: radix).map { isNegative ? -$0 : $0 }
    }
    return Int(bare) ?? Double(bare).flatMap(Int.init(exactly:))
  }

  private static func hasPlainDigits(_ text: Substring) -> Bool {
    !hasLeadingZero(text) && digits(of: text).utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Whether another digit stands behind a zero at the beginning.
  private static func hasLeadingZero(_ text: Substring) -> Bool {
    let digits = digits(of: text).utf8
    return digits.first == UInt8(ascii: "0")
      && digits.dropFirst().first.map { (0x30...0x39).contains($0) } ?? false
  }

  private static func digits(of text: Substring) -> Substring {
    text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text
  }

  private static func isOfDecimal(_ character: UInt8) -> Bool {
    (0x30...0x39).contains(character) || "+-.eE".utf8.contains(character)
  }
}
