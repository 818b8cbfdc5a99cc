import Foundation
import Prose
import Synchronization

/// Messages for people on standard error; results go to standard output.
enum Console {
  /// True when standard error is a terminal.
  static var isTerminal: Bool { isatty(2) == 1 }

  private static let isSilenced = Atomic(false)
  /// True while a line of progress is on the terminal that a message must not be joined to.
  private static let isMidLine = Atomic(false)

  /// Leaves notes and progress out from now on; errors stay.
  static func silence() { isSilenced.store(true, ordering: .relaxed) }

  /// A line of information.
  static func note(_ text: String) {
    guard !isSilenced.load(ordering: .relaxed) else { return }
    line(text)
  }

  /// A state of progress on a terminal, which replaces the one before.
  ///
  /// - Parameter isLast: whether the line stays.
  static func progress(_ text: String, isLast: Bool) {
    guard !isSilenced.load(ordering: .relaxed) else { return }
    write("\r\u{1B}[K\(text)" + (isLast ? "\n" : ""))
    isMidLine.store(!isLast, ordering: .relaxed)
  }

  /// Every line of an error, marked as one; what no line should hold is shown as `?`.
  static func error(_ text: String) {
    for mistake in text.split(separator: "\n") {
      line("hintbench: error: \(String(mistake).onOneLine)")
    }
  }

  /// A line that no `--quiet` silences, such as the usage below an error.
  static func line(_ text: String) {
    write((isMidLine.exchange(false, ordering: .relaxed) ? "\n" : "") + text + "\n")
  }

  /// A result.
  static func result(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

  /// Results for programs, as JSON: keys sorted, numbers in full, and the text "inf", "-inf" or
  /// "nan" where JSON has no number.
  static func json(_ results: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    result(String(decoding: try encoder.encode(results), as: UTF8.self))
  }

  private static func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
