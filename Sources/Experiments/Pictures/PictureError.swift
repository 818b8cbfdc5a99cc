import Prose

/// Why a run's pictures cannot be saved as asked.
public enum PictureError: ExplainedError, Sendable, Equatable {
  /// The study judges no result at this number of points.
  case notJudged(points: Int, judged: [Int])

  /// The error in one line: what was wrong and what there is.
  public var message: String {
    switch self {
    case .notJudged(let points, let judged):
      "--save-pictures \(points): the study judges no result at \(points) points, but at "
        + judged.map(String.init).joined(separator: ", ")
    }
  }

  /// 64: wrong usage.
  public var exitCode: Int32 { 64 }
}
