import ArgumentParser

/// Fooling rates of methods on the command line: `--rates NAME=RATE …`.
enum MethodRates {
  /// Reads the values of `--rates`; a name may hold an equals sign, the last one counts.
  ///
  /// - Throws: `ValidationError` for a value of another form, a rate outside 0…1, a name given twice.
  static func parse(_ values: [String]) throws -> [String: Double] {
    var rates: [String: Double] = [:]
    for text in values {
      guard let sign = text.lastIndex(of: "="), let rate = Double(text[text.index(after: sign)...]),
        (0...1).contains(rate), sign != text.startIndex
      else { throw ValidationError("--rates '\(text)' should be NAME=RATE with a rate of 0 to 1") }
      guard rates.updateValue(rate, forKey: String(text[..<sign])) == nil else {
        throw ValidationError("--rates names '\(text[..<sign])' twice")
      }
    }
    return rates
  }
}
