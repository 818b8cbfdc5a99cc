import Prose

/// Why results made elsewhere cannot be judged.
public enum ScoreError: ExplainedError, Sendable, Equatable {
  /// A folder holds no results, nor folders of results.
  case noResults(folder: String)
  /// A text is no `METHOD@POINTS=FOLDER`.
  case badResult(String)
  /// Two folders are of one method, oracle and number of points.
  case twice(label: String, first: String, second: String)
  /// Chrominance of another shape than (2,H,W).
  case wrongShape(path: String, shape: [Int])
  /// Chrominance that holds infinities or not-a-number.
  case notFinite(path: String)
  /// Two results of one image, such as a.png and a.jpg.
  case ambiguous(paths: [String])
  /// Results that are missing or cannot be used, where none may be.
  case incomplete([String])
  /// The work was stopped by a signal.
  case interrupted(done: Int, total: Int)
  /// No result could be judged.
  case nothing(truth: String, reasons: [String])

  /// The error in prose, one line a mistake: what was wrong, where, and what to do.
  public var message: String {
    switch self {
    case .noResults(let folder):
      "\(folder): holds no results: pictures or .npy files in it, in METHOD-POINTS/, or in "
        + "METHOD/POINTS/"
    case .badResult(let text):
      "--result '\(text)': should be METHOD@POINTS=FOLDER, such as mine@10=out"
    case .twice(let label, let first, let second):
      "\(first) and \(second) are both \(label); tell them apart by --result METHOD@POINTS=FOLDER"
    case .wrongShape(let path, let shape):
      "\(path): has the shape \(shape); chrominance is (2,H,W), a* then b*"
    case .notFinite(let path): "\(path): holds infinities or not-a-number"
    case .ambiguous(let paths): "\(paths.joined(separator: " and ")) are results of one image"
    case .incomplete(let reasons): reasons.joined(separator: "\n")
    case .interrupted(let done, let total):
      "stopped with \(done) of \(total) images judged; nothing is written"
    case .nothing(let truth, let reasons):
      "\(truth): no result could be judged against it"
        + (reasons.first.map { " (\($0)\(reasons.count > 1 ? ", and so on" : ""))" } ?? "")
    }
  }

  /// 64 for wrong usage, 65 for folders and files that cannot be used, 130 after an interrupt.
  public var exitCode: Int32 {
    switch self {
    case .badResult, .twice: 64
    case .noResults, .wrongShape, .notFinite, .ambiguous, .incomplete, .nothing: 65
    case .interrupted: 130
    }
  }
}
