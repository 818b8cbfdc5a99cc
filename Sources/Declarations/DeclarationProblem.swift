/// One mistake in a file that declares something: a study, a training.
public struct DeclarationProblem: Sendable, Equatable {
  /// Line in the file, from 1.
  public let line: Int
  /// The key it is about, such as `published[2].method`; empty for the file as a whole.
  public let key: String
  /// What is wrong and what to do.
  public let explanation: String

  /// Names a mistake.
  public init(line: Int, key: String, explanation: String) {
    self.line = line
    self.key = key
    self.explanation = explanation
  }

  /// `FILE:LINE: key: explanation`.
  public func message(file: String) -> String {
    "\(file):\(line): \(key.isEmpty ? "" : "\(key): ")\(explanation)"
  }
}
