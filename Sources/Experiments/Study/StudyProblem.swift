/// One mistake in a study file.
public struct StudyProblem: Sendable, Equatable {
  /// Line in the file, from 1.
  public let line: Int
  /// The key it is about, such as `published[2].method`; empty for the file as a whole.
  public let key: String
  /// What is wrong and what to do.
  public let explanation: String

  /// `FILE:LINE: key: explanation`.
  public func message(file: String) -> String {
    "\(file):\(line): \(key.isEmpty ? "" : "\(key): ")\(explanation)"
  }
}
