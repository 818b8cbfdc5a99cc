/// What can go wrong in an experiment, with what a person needs to put it right.
public enum ExperimentError: Error, Sendable, Equatable {
  /// A named file or folder does not exist.
  case missing(String)
  /// A file exists but cannot be read.
  case unreadable(String)
  /// A folder where a file is wanted.
  case isFolder(String)
  /// A file or folder cannot be written.
  case unwritable(String, reason: String)
  /// A study file has mistakes.
  case invalidStudy(file: String, problems: [StudyProblem])
  /// A study or a study file that does not exist, and the names of those that do.
  case unknownStudy(name: String, known: [String])
  /// A file that declares what another command is for.
  case otherKind(file: String, found: String, command: String)
  /// A name that is no method, and the names of those that are.
  case unknownMethod(name: String, known: [String])
  /// A method that cannot be made, and what it lacks.
  case methodLacks(name: String, explanation: String)
  /// Two weights files for the same network.
  case twoWeights(first: String, second: String, network: String)
  /// None of a study's methods can be run.
  case noMethods(study: String)
  /// A folder without pictures, or only with some that cannot be used, and why not.
  case noImages(folder: String, skipped: [String])
  /// A folder of pictures for a study that draws its own.
  case ownPictures(study: String)
  /// A picture cannot be used and the run is strict.
  case unusableImage(name: String, reason: String)
  /// `--shard` is not I/N with 1 ≤ I ≤ N.
  case badShard(String)
  /// Slurm's array variables do not say which shard this is.
  case ambiguousSlurmArray(String)
  /// A run folder belongs to another study, seed, set of images or shard.
  case otherRun(folder: String, difference: String)
  /// Another process is at work in a run folder.
  case busy(folder: String)
  /// A run folder's ledger is damaged.
  case damagedLedger(path: String, reason: String)
  /// Runs to be merged do not belong together.
  case mismatchedRuns(first: String, second: String, difference: String)
  /// Units that no merged run has done.
  case incomplete(missing: [String], total: Int)
  /// A unit failed.
  case failedUnit(name: String, reason: String, exitCode: Int32)
  /// A file of hint points has a mistake.
  case invalidHints(file: String, row: Int, explanation: String)
  /// A folder that holds nothing of a run.
  case noRun(folder: String)
  /// A run folder's manifest is damaged.
  case damagedManifest(path: String, reason: String)
  /// An array whose shape does not fit the network it is for.
  case wrongArray(path: String, shape: [Int])
  /// The run was stopped by a signal.
  case interrupted(done: Int, total: Int, folder: String)
}
