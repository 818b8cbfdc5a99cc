import Declarations
import Foundation
import Testing
import Yams

/// Numbers and keys of declarations, whatever they declare.
@Suite struct NumberTests {
  private struct Reader: DeclarationReader {
    var problems: [DeclarationProblem] = []
  }

  /// What `size: …` or `share: …` is read as, and the mistakes found.
  private func read(_ yaml: String) -> (size: Int?, share: Double?, mistakes: [String]) {
    do throws(DeclarationError) {
      let found = try DeclarationFile.content(
        of: Data(yaml.utf8), file: "a.yaml", examples: "Studies/", reader: Reader()
      ) { reader, node -> (Int?, Double?)? in
        guard let fields = reader.mapping(node, key: "", allowed: ["size", "share"]) else {
          return nil
        }
        return (
          reader.optional(fields, "size") { $0.integer($1, key: $2, in: -5...4096) },
          reader.optional(fields, "share") { $0.number($1, key: $2, in: 0...1000) }
        )
      }
      return (found.0, found.1, [])
    } catch {
      guard case .mistakes(let file, let problems) = error else { return (nil, nil, ["?"]) }
      return (nil, nil, problems.map { $0.message(file: file) })
    }
  }

  @Test(arguments: [("40", 40), ("0", 0), ("-3", -3), ("+7", 7), ("4096", 4096)])
  func plainDigitsAreRead(_ text: String, _ value: Int) {
    #expect(read("size: \(text)").size == value)
  }

  @Test(arguments: [
    ("040", "write 40"), ("'040'", "write 40"), ("00", "write 0"), ("-03", "write -3"),
    ("0x28", "write 40"), ("0X28", "write 40"), ("0o50", "write 40"), ("0b101000", "write 40"),
    ("1_000", "write 1000"), ("1e2", "write 100"), ("40.0", "write 40"),
  ])
  func otherNotationsAreRefusedWithAdvice(_ text: String, _ advice: String) {
    let mistakes = read("share: 1\nsize: \(text)").mistakes
    #expect(mistakes.count == 1)
    #expect(
      mistakes.first?.hasPrefix("a.yaml:2: size: should be a whole number in -5...4096; ") == true)
    #expect(mistakes.first?.hasSuffix(advice) == true, "\(mistakes)")
  }

  @Test(arguments: [
    "true", "yes", "''", "~", "1.5", "1:30", "forty", "[40]", "{a: 1}", "5000", "٤٠",
    "99999999999999999999",
  ])
  func whatIsNoWholeNumberIsRefused(_ text: String) {
    #expect(
      read("size: \(text)").mistakes == ["a.yaml:1: size: should be a whole number in -5...4096"])
  }

  @Test(arguments: [
    ("0.5", 0.5), (".5", 0.5), ("5.", 5), ("2.5e2", 250), ("1E-3", 0.001), ("10", 10), ("0", 0),
    ("+0.25", 0.25), ("0.05", 0.05),
  ])
  func decimalsAreRead(_ text: String, _ value: Double) {
    #expect(read("share: \(text)").share == value)
  }

  @Test(arguments: [
    ("010", "write 10"), ("00.5", "write 0.5"), ("0x10", "write 16"), ("1_000.5", "write 1000.5"),
    ("0x1p3", "write 8.0"),
  ])
  func otherDecimalsAreRefusedWithAdvice(_ text: String, _ advice: String) {
    let mistakes = read("share: \(text)").mistakes
    #expect(mistakes.count == 1)
    #expect(
      mistakes.first?.hasPrefix("a.yaml:1: share: should be a number in 0.0...1000.0; ") == true)
    #expect(mistakes.first?.hasSuffix(advice) == true, "\(mistakes)")
  }

  @Test(arguments: [".inf", "inf", "nan", ".nan", "true", "1e", "e5", ".", "1001", "0.5.5"])
  func whatIsNoNumberIsRefused(_ text: String) {
    #expect(
      read("share: \(text)").mistakes == ["a.yaml:1: share: should be a number in 0.0...1000.0"])
  }

  @Test(arguments: [
    "size: 1\nshare: 0.5\nsize: 2", "size: 1\n\"size\": 1", "size: 1\n'size': 2",
    "size: 1\n!!str size: 2", "size: 1\n? size\n: 2",
  ])
  func aKeyThatStandsTwiceIsAMistake(_ yaml: String) {
    let mistakes = read(yaml).mistakes
    #expect(mistakes.count == 1)
    #expect(mistakes.first?.contains("size") == true && mistakes.first?.contains("twice") == true)
  }
}
