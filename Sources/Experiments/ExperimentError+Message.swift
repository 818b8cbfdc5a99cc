import Prose

extension ExperimentError {
  /// The error in prose, one line a mistake: what was wrong, where, and what to do.
  public var message: String {
    if case .invalidStudy(let file, let problems) = self {
      return problems.map { $0.message(file: file) }.joined(separator: "\n")
    }
    return sentence.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private var sentence: String {
    switch self {
    case .missing(let path): "\(path): no such file or folder"
    case .unreadable(let path): "\(path): cannot be read; check its permissions"
    case .isFolder(let path): "\(path): is a folder; name a file in it"
    case .unwritable(let path, let reason): "\(path): cannot be written (\(reason))"
    case .invalidStudy(let file, _): "\(file): has mistakes"
    case .unknownStudy(let name, let known):
      "\(name): no such study"
        + (known.isEmpty
          ? "; there is no folder Studies here, so name a file"
          : NameSuggestion.hint(for: name, in: known))
    case .otherKind(let file, let found, let command):
      "\(file): this is \(found); use '\(command) \(file)'"
    case .unknownMethod(let name, let known):
      "unknown method '\(name)'" + NameSuggestion.hint(for: name, in: known)
    case .methodLacks(let name, let explanation): "method \(name) \(explanation)"
    case .twoWeights(let first, let second, let network):
      "\(first) and \(second) are both for a network of one kind (\(network)); give one"
    case .noMethods(let study):
      "study \(study): none of its methods can be run with this build and these weights"
    case .noImages(let folder, let skipped):
      skipped.first.map {
        "\(folder): none of its \(skipped.count) pictures can be used; the first: \($0)"
      } ?? "\(folder): holds no .png, .jpg or .jpeg files"
    case .ownPictures(let study):
      "study \(study) draws its own pictures, which say where points go; leave out --images"
    case .unusableImage(let name, let reason):
      reason.contains(name) ? reason : "\(name): \(reason)"
    case .badShard(let text): "--shard \(text): should be I/N with I from 1 to N, such as 2/4"
    case .ambiguousSlurmArray(let reason):
      "the Slurm array does not tell which shard this is (\(reason)); give --shard I/N"
    case .otherRun(let folder, let difference):
      "\(folder): holds another run (\(difference)); choose another --output or remove the folder"
    case .busy(let folder): "\(folder): another hintbench is at work in this folder"
    case .damagedLedger(let path, let reason):
      "\(path): the ledger is damaged (\(reason)); move it away to start anew, or restore a copy"
    case .mismatchedRuns(let first, let second, let difference):
      "\(second): is not a part of the same run as \(first) (\(difference))"
    case .incomplete(let missing, let total):
      "\(missing.count) of \(total) units are in none of these runs: "
        + missing.prefix(8).joined(separator: "; ") + (missing.count > 8 ? "; …" : "")
    case .failedUnit(let name, let reason, _): "\(name): \(reason)"
    case .invalidHints(let file, let row, let explanation): "\(file):\(row): \(explanation)"
    case .noRun(let folder):
      "\(folder): holds no run, for there is no \(Manifest.fileName) in it; name the --output of a run"
    case .damagedManifest(let path, let reason): "\(path): \(reason); is this a run folder?"
    case .wrongArray(let path, let shape):
      "\(path): has the shape \(shape), which does not fit the network; an input is "
        + "(1,4,H,W), or (1,1,H,W) for global hints, with sides that are multiples of 8, and of an "
        + "affinity network (H,W), with multiples of 32"
    case .interrupted(let done, let total, let folder):
      "stopped with \(done) of \(total) units done in \(folder); the same command resumes"
    }
  }

  /// The process's exit code, as in sysexits.h; 130 after an interrupt.
  public var exitCode: Int32 {
    switch self {
    case .badShard, .ambiguousSlurmArray, .otherKind, .unknownMethod, .methodLacks, .twoWeights,
      .ownPictures:
      64
    case .invalidStudy, .noMethods, .noImages, .unusableImage, .otherRun, .damagedLedger,
      .mismatchedRuns, .incomplete, .invalidHints, .damagedManifest,
      .wrongArray:
      65
    case .missing, .noRun, .unknownStudy: 66
    case .failedUnit(_, _, let exitCode): exitCode
    case .unreadable, .isFolder, .unwritable, .busy: 74
    case .interrupted: 130
    }
  }
}
