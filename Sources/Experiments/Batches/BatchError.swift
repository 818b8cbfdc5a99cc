import Prose

/// Why many pictures could not be colorized, or not all of them.
public enum BatchError: ExplainedError, Sendable, Equatable {
  /// Results would be written over, or beside, the pictures they are made of.
  case ownFolder(String)
  /// Some pictures could not be used; the others are done.
  case skipped(Int, of: Int, folder: String)
  /// The work was stopped by a signal.
  case interrupted(done: Int, total: Int, folder: String)

  /// The error in one line: what was wrong and what to do.
  public var message: String {
    switch self {
    case .ownFolder(let folder):
      "\(folder): holds the pictures themselves; choose another folder for the results"
    case .skipped(let count, let total, let folder):
      "\(count) of \(total) pictures could not be used and are not in \(folder); they are named "
        + "above, and the same command does them once they are mended"
    case .interrupted(let done, let total, let folder):
      "stopped with \(done) of \(total) pictures done in \(folder); the same command resumes"
    }
  }

  /// 64 for wrong usage, 65 for pictures that could not be used, 130 after an interrupt.
  public var exitCode: Int32 {
    switch self {
    case .ownFolder: 64
    case .skipped: 65
    case .interrupted: 130
    }
  }
}
