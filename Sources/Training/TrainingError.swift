import Declarations
import Prose

/// What can go wrong in a training, with what a person needs to put it right.
public enum TrainingError: ExplainedError, Equatable {
  /// A named file or folder does not exist.
  case missing(String)
  /// A file exists but cannot be read.
  case unreadable(String)
  /// A file or folder cannot be written.
  case unwritable(String, reason: String)
  /// A configuration has mistakes.
  case invalidConfiguration(file: String, problems: [DeclarationProblem])
  /// A weights file that the network cannot start from.
  case unusableStart(path: String, reason: String)
  /// A folder holds a training of another configuration.
  case otherConfiguration(folder: String, differences: [String])
  /// A folder holds a training that is not finished, and nobody asked to go on with it.
  case unfinished(folder: String, step: Int)
  /// A folder holds a finished training.
  case finished(folder: String)
  /// Another process is at work in a folder.
  case busy(folder: String)
  /// None of a folder's checkpoints can be used.
  case damagedCheckpoints(folder: String, reasons: [String])
  /// A table that should hold the lines of all steps so far does not.
  case damagedTable(path: String, reason: String)
  /// A picture to be judged on is learned from, too.
  case sharedPicture(training: String, validation: String)
  /// A folder without pictures to judge on.
  case noValidationPictures(folder: String)
  /// A loss or a gradient is infinite or not a number.
  case notFinite(what: String, step: Int, phase: Int, checkpoint: String?)
  /// The training was stopped by a signal.
  case interrupted(step: Int, steps: Int, folder: String)

  /// The error of a declaration, which in this module is a configuration.
  init(_ error: DeclarationError) {
    switch error {
    case .missing(let path): self = .missing(path)
    case .unreadable(let path): self = .unreadable(path)
    case .mistakes(let file, let problems):
      self = .invalidConfiguration(file: file, problems: problems)
    }
  }
}

extension TrainingError {
  /// The error in prose, one line a mistake.
  public var message: String {
    if case .invalidConfiguration(let file, let problems) = self {
      return problems.map { $0.message(file: file) }.joined(separator: "\n")
    }
    return sentence.onOneLine
  }

  private var sentence: String {
    switch self {
    case .missing(let path): "\(path): no such file or folder"
    case .unreadable(let path): "\(path): cannot be read; check its permissions"
    case .unwritable(let path, let reason): "\(path): cannot be written (\(reason))"
    case .invalidConfiguration(let file, _): "\(file): has mistakes"
    case .unusableStart(let path, let reason): "\(path): cannot be started from: \(reason)"
    case .otherConfiguration(let folder, let differences):
      "\(folder): holds a training of another configuration ("
        + differences.prefix(8).joined(separator: "; ") + (differences.count > 8 ? "; …" : "")
        + "); choose another --output, or change it back"
    case .unfinished(let folder, let step):
      "\(folder): holds an unfinished training (step \(step)); go on with --resume, choose another "
        + "--output, or remove the folder"
    case .finished(let folder):
      "\(folder): holds a finished training; choose another --output or remove the folder"
    case .busy(let folder): "\(folder): another hintbench is at work in this folder"
    case .damagedCheckpoints(let folder, let reasons):
      "\(folder): no checkpoint can be used (\(reasons.joined(separator: "; "))); restore a copy, "
        + "or remove the folder to start anew"
    case .damagedTable(let path, let reason):
      "\(path): \(reason); restore a copy, or remove the folder to start anew"
    case .sharedPicture(let training, let validation):
      "\(validation): is also a picture to learn from (\(training)); nothing can be judged on what "
        + "was learned"
    case .noValidationPictures(let folder): "\(folder): holds no .png, .jpg or .jpeg files"
    case .notFinite(let what, let step, let phase, let checkpoint):
      "\(what) is not finite in step \(step) (phase \(phase)); "
        + (checkpoint.map { "the last good state is kept in \($0); " }
          ?? "there is no checkpoint yet; ")
        + "try a lower rate, a longer warm-up, a smaller clip, or precision f32"
    case .interrupted(let step, let steps, let folder):
      "stopped at step \(step) of \(steps) in \(folder); the same command with --resume goes on"
    }
  }

  /// The process's exit code: 65 bad data, 66 missing, 74 input or output, 130 after an interrupt.
  public var exitCode: Int32 {
    switch self {
    case .missing: 66
    case .unreadable, .unwritable, .busy: 74
    case .interrupted: 130
    case .invalidConfiguration, .unusableStart, .otherConfiguration, .unfinished, .finished,
      .damagedCheckpoints, .damagedTable, .sharedPicture, .noValidationPictures, .notFinite:
      65
    }
  }
}
