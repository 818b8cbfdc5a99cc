/// An error that words itself and knows how a process ends with it.
public protocol ExplainedError: Error {
  /// The error in prose, one line a mistake: what was wrong, where, and what to do.
  var message: String { get }
  /// The process's exit code, as in sysexits.h.
  var exitCode: Int32 { get }
}
