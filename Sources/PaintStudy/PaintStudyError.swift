import Declarations
import PaintServer
import Painting
import Prose

/// What can go wrong with a painting study, with what a person needs to put it right.
public enum PaintStudyError: Error, Sendable, Equatable {
  /// A named file or folder does not exist.
  case missing(String)
  /// A file exists but cannot be read.
  case unreadable(String)
  /// A file or folder cannot be written.
  case unwritable(String, reason: String)
  /// A study file has mistakes.
  case invalidDeclaration(file: String, problems: [DeclarationProblem])
  /// An option's value is out of the question.
  case invalidOption(name: String, explanation: String)
  /// `design.json` or a file of the design is damaged.
  case damagedDesign(file: String, reason: String)
  /// A file cannot be used.
  case unusable(file: String, explanation: String)
  /// No schedule can be as wished.
  case infeasible(String)
  /// A folder holds something else already.
  case occupied(folder: String)
  /// A schedule of ours breaks a promise; nothing was written.
  case unbalanced([String])
  /// A painting cannot be done again, or a method failed.
  case painting(PaintingError)
  /// The log or its server cannot be used.
  case server(PaintServerError)
  /// A log holds events that are not of this study.
  case foreignLog(file: String, reason: String)
  /// Nothing was painted yet.
  case noPaintings(file: String)
  /// A server does not answer as one of ours.
  case badServer(url: String, reason: String)

  /// The error of a declaration, which in this module is a study file.
  init(_ error: DeclarationError) {
    switch error {
    case .missing(let path): self = .missing(path)
    case .unreadable(let path): self = .unreadable(path)
    case .mistakes(let file, let problems):
      self = .invalidDeclaration(file: file, problems: problems)
    }
  }
}

extension PaintStudyError: ExplainedError {
  /// The error in prose, one line a mistake.
  public var message: String {
    if case .invalidDeclaration(let file, let problems) = self {
      return problems.map { $0.message(file: file).onOneLine }.joined(separator: "\n")
    }
    return sentence.onOneLine
  }

  private var sentence: String {
    switch self {
    case .missing(let path): "\(path): no such file or folder"
    case .unreadable(let path): "\(path): cannot be read; check its permissions"
    case .unwritable(let path, let reason): "\(path): cannot be written (\(reason))"
    case .invalidDeclaration(let file, _): "\(file): has mistakes"
    case .invalidOption(let name, let explanation): "\(name) \(explanation)"
    case .damagedDesign(let file, let reason):
      "\(file): is no usable design: \(reason); make it anew with 'hintbench paint design'"
    case .unusable(let file, let explanation): "\(file): \(explanation)"
    case .infeasible(let reason): "this cannot be: \(reason)"
    case .occupied(let folder):
      "\(folder): holds something else; choose another --output, or remove the folder"
    case .unbalanced(let broken):
      "the schedule is not balanced, which is our fault: \(broken.joined(separator: "; ")); nothing "
        + "was written; please report the study file"
    case .painting(let error): error.message
    case .server(let error): error.message
    case .foreignLog(let file, let reason):
      "\(file): does not belong to this study: \(reason); name another with --database"
    case .noPaintings(let file):
      "\(file): holds no painting yet; let subjects paint with 'hintbench paint serve', or simulated "
        + "ones with 'hintbench paint simulate'"
    case .badServer(let url, let reason):
      "\(url): does not answer as a painting study's server: \(reason)"
    }
  }

  /// 64 for wrong usage, 65 for bad data, 66 for a missing input, 70 for our own fault, 74 for
  /// input and output.
  public var exitCode: Int32 {
    switch self {
    case .invalidOption: 64
    case .invalidDeclaration, .damagedDesign, .unusable, .infeasible, .occupied, .foreignLog,
      .noPaintings:
      65
    case .missing: 66
    case .unbalanced: 70
    case .unreadable, .unwritable, .badServer: 74
    case .painting(let error): error.exitCode
    case .server(let error): error.exitCode
    }
  }
}
