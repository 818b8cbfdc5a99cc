import PerceptualStudy
import Prose

/// What can go wrong with analysing answers, with what a person needs to put it right.
public enum PerceptualAnalysisError: Error, Sendable, Equatable {
  /// A design or a file of answers is missing or damaged.
  case study(PerceptualStudyError)
  /// A file has no answered main trial.
  case noAnswers(file: String)
  /// A judge's trials stand in no schedule of the design.
  case foreignAnswer(file: String, judge: String, explanation: String)
  /// A file or folder cannot be written.
  case unwritable(String, reason: String)
  /// Rates for a power analysis do not fit the design.
  case invalidRates(explanation: String)
  /// A template of ours is broken.
  case brokenTemplate(reason: String)
}

extension PerceptualAnalysisError: ExplainedError {
  /// The error in prose.
  public var message: String {
    switch self {
    case .study(let error):
      error.message
    case .noAnswers(let file):
      "\(file.onOneLine): has no answered main trial; give a file with answers "
        + "(kind 'main', answer 'first' or 'second')"
    case .foreignAnswer(let file, let judge, let explanation):
      "\(file.onOneLine): judge '\(judge.onOneLine)': \(explanation.onOneLine); "
        + "these are answers to another design: name theirs with --design"
    case .unwritable(let path, let reason):
      "\(path.onOneLine): cannot be written (\(reason.onOneLine))"
    case .invalidRates(let explanation):
      "--rates: \(explanation.onOneLine)"
    case .brokenTemplate(let reason):
      "the report's template is broken: \(reason.onOneLine); please report this"
    }
  }

  /// 65 for bad data, 64 for wrong usage, 74 for output, 70 for a fault of ours.
  public var exitCode: Int32 {
    switch self {
    case .study(let error): error.exitCode
    case .noAnswers, .foreignAnswer: 65
    case .unwritable: 74
    case .invalidRates: 64
    case .brokenTemplate: 70
    }
  }
}
