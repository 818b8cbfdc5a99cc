import Foundation
import Prose

/// Text in a gnuplot script.
enum GnuplotText {
  /// A single-quoted string, in which gnuplot runs no command and reads no escape.
  static func quoted(_ text: String) -> String {
    "'" + text.onOneLine.replacingOccurrences(of: "'", with: "''") + "'"
  }

  /// A share as a number in percent.
  static func percent(_ share: Double?) -> String {
    share.map { String(format: "%.4f", 100 * $0) } ?? "NaN"
  }
}
