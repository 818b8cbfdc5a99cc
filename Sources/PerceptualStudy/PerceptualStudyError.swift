import Prose

/// What can go wrong with a real-vs-fake study, with what a person needs to put it right.
public enum PerceptualStudyError: Error, Sendable, Equatable {
  /// A named file or folder does not exist.
  case missing(String)
  /// A file exists but cannot be read.
  case unreadable(String)
  /// A file or folder cannot be written.
  case unwritable(String, reason: String)
  /// A table has a mistake in a row, counted from 1, the header being row 1.
  case invalidTable(file: String, row: Int, explanation: String)
  /// `design.json` is damaged or does not fit its hash.
  case damagedDesign(file: String, reason: String)
}

extension PerceptualStudyError: ExplainedError {
  /// The error in prose.
  public var message: String {
    switch self {
    case .missing(let path):
      "There is no \(path.onOneLine). Check the name."
    case .unreadable(let path):
      "\(path.onOneLine) cannot be read. Check its permissions."
    case .unwritable(let path, let reason):
      "\(path.onOneLine) cannot be written: \(reason.onOneLine)."
    case .invalidTable(let file, let row, let explanation):
      "\(file.onOneLine), row \(row): \(explanation.onOneLine)."
    case .damagedDesign(let file, let reason):
      "\(file.onOneLine) is no usable design: \(reason.onOneLine). Make it anew with 'hintbench judge design'."
    }
  }

  /// 66 for a missing input, 74 for input and output, 65 for bad data.
  public var exitCode: Int32 {
    switch self {
    case .missing: 66
    case .unreadable, .unwritable: 74
    case .invalidTable, .damagedDesign: 65
    }
  }
}
