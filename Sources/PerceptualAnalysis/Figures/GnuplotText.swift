import Foundation
import Prose

/// Text in a gnuplot script.
enum GnuplotText {
  /// A single-quoted string, in which gnuplot runs no command and reads no escape.
  static func quoted(_ text: String) -> String {
    "'" + text.onOneLine.replacingOccurrences(of: "'", with: "''") + "'"
  }

  /// A text of at most so many letters: beginning and end, with `…` between them.
  static func shortened(_ text: String, to count: Int) -> String {
    guard text.count > count else { return text }
    let end = (count - 1) / 2
    return text.prefix(count - 1 - end) + "…" + text.suffix(end)
  }

  /// A share as a number in percent.
  static func percent(_ share: Double?) -> String {
    share.map { String(format: "%.4f", 100 * $0) } ?? "NaN"
  }
}
