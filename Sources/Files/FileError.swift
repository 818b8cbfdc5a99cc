import Prose

#if canImport(Glibc)
  import Glibc
#endif

/// Why a file could not be found, read or written.
///
/// `path` is what the caller gave; `systemError` is the system's error number.
public enum FileError: ExplainedError, Sendable, Equatable {
  /// There is no such file or folder.
  case missing(path: String)
  /// The file or folder exists but cannot be read.
  case unreadable(path: String, systemError: Int32)
  /// The file cannot be written.
  case unwritable(path: String, systemError: Int32)

  /// The system's error number.
  public var systemError: Int32 {
    switch self {
    case .missing: ENOENT
    case .unreadable(_, let code), .unwritable(_, let code): code
    }
  }

  /// What the system says of it, such as "no space left on device".
  public var reason: String {
    switch systemError {
    case ELOOP: "its symbolic links go in a circle"
    case EISDIR: "it is a folder"
    default: String(cString: strerror(systemError)).lowercased()
    }
  }

  /// The error in one line: what was wrong, with which file, and what to do.
  public var message: String {
    switch self {
    case .missing(let path):
      "\(path.onOneLine): no such file or folder"
    case .unreadable(let path, _):
      "\(path.onOneLine): cannot be read (\(reason)); check that it is of the right kind and that you"
        + " may read it"
    case .unwritable(let path, _):
      "\(path.onOneLine): cannot be written (\(reason)); \(advice)"
    }
  }

  /// 66 for a missing file, 74 for one that cannot be read or written, as in sysexits.h.
  public var exitCode: Int32 {
    switch self {
    case .missing: 66
    case .unreadable, .unwritable: 74
    }
  }

  /// What to do about a file that cannot be written.
  private var advice: String {
    switch systemError {
    case ENOENT, ENOTDIR: "make its folder first"
    case EISDIR: "name a file in it"
    case ELOOP: "name the file itself"
    case EPIPE: "whoever read it has gone"
    case ENOSPC, EDQUOT: "free some space"
    case EFBIG: "files may not be so large there; see ulimit -f"
    case ECONNREFUSED: "nobody listens on this socket"
    default: "check the folder and your rights"
    }
  }
}
