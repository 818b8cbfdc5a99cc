import Foundation

/// Messages for people on standard error; results go to standard output.
enum Console {
  /// True when standard error is a terminal.
  static var isTerminal: Bool { isatty(2) == 1 }

  /// A line of information.
  static func note(_ text: String) { write(text + "\n") }

  /// Every line of an error, marked as one.
  static func error(_ text: String) {
    for line in text.split(separator: "\n") { write("hintbench: error: \(line)\n") }
  }

  /// Text as it is.
  static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

  /// A result.
  static func result(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }
}
