import Declarations
import Prose

/// What can go wrong with a real-vs-fake study, with what a person needs to put it right.
public enum PerceptualStudyError: Error, Sendable, Equatable {
  /// A named file or folder does not exist.
  case missing(String)
  /// A file exists but cannot be read.
  case unreadable(String)
  /// A file or folder cannot be written.
  case unwritable(String, reason: String)
  /// A table has a mistake in a row, counted from 1, the header being row 1.
  case invalidTable(file: String, row: Int, explanation: String)
  /// `design.json` is damaged or does not fit its hash.
  case damagedDesign(file: String, reason: String)
  /// A study file has mistakes.
  case invalidDeclaration(file: String, problems: [DeclarationProblem])
  /// Neither the study file nor an option says something that is needed.
  case incomplete(what: String, option: String)
  /// An option's value is out of the question.
  case invalidOption(name: String, explanation: String)
  /// No schedule can be as wished; `nearest` says what could be wished instead.
  case infeasible(reason: String, nearest: [String])
  /// Too few images have a true picture and one of every method.
  case noCommonImages(truth: String, detail: String)
  /// A folder holds something else already.
  case occupied(folder: String, holds: String)
  /// Another process is at work in a folder.
  case busy(folder: String)
  /// A file that is to be imported or exported cannot be used.
  case unusable(file: String, explanation: String)
  /// A schedule of ours breaks a promise; nothing was written.
  case unbalanced([String])

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

extension PerceptualStudyError: ExplainedError {
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
    case .invalidTable(let file, let row, let explanation): "\(file): row \(row): \(explanation)"
    case .damagedDesign(let file, let reason):
      "\(file): is no usable design: \(reason); make it anew with 'hintbench judge design'"
    case .invalidDeclaration(let file, _): "\(file): has mistakes"
    case .incomplete(let what, let option): "the study says no \(what); give \(option)"
    case .invalidOption(let name, let explanation): "\(name) \(explanation)"
    case .infeasible(let reason, let nearest):
      "this cannot be: \(reason); feasible and nearest: \(nearest.joined(separator: "; or "))"
    case .noCommonImages(let truth, let detail):
      "\(truth): none of its pictures can be shown: \(detail); pictures are matched by their names "
        + "without ending"
    case .occupied(let folder, let holds):
      "\(folder): holds \(holds); choose another --output, or remove the folder"
    case .busy(let folder): "\(folder): another hintbench is at work in this folder"
    case .unusable(let file, let explanation): "\(file): \(explanation)"
    case .unbalanced(let broken):
      "the schedule is not balanced, which is our fault: \(broken.joined(separator: "; ")); nothing "
        + "was written; please report the study file"
    }
  }

  /// 64 for wrong usage, 65 for bad data, 66 for a missing input, 70 for our own fault, 74 for
  /// input and output.
  public var exitCode: Int32 {
    switch self {
    case .incomplete, .invalidOption: 64
    case .invalidTable, .damagedDesign, .invalidDeclaration, .infeasible, .noCommonImages,
      .occupied, .unusable:
      65
    case .missing: 66
    case .unbalanced: 70
    case .unreadable, .unwritable, .busy: 74
    }
  }
}
