/// Why a declaration could not be read.
public enum DeclarationError: Error, Sendable, Equatable {
  /// There is no such file.
  case missing(String)
  /// The file exists but cannot be read.
  case unreadable(String)
  /// The file has mistakes.
  case mistakes(file: String, problems: [DeclarationProblem])
}
