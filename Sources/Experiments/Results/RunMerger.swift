import Foundation

/// Joins the shards of a run into one folder.
public enum RunMerger {
  /// Copies every unit of some runs into a new ledger.
  ///
  /// - Parameters:
  ///   - folders: of the runs, which must be of one study, seed, set of images and methods.
  ///   - output: the folder to make.
  ///   - environment: of this process.
  /// - Returns: the merged folder and the run in it, with its manifest written but not complete.
  /// - Throws: ``ExperimentError/mismatchedRuns(first:second:difference:)``, or
  ///   ``ExperimentError/incomplete(missing:total:)`` naming the units that no run has done.
  public static func merge(
    _ folders: [String], into output: String, environment: Environment
  ) throws -> RunFolder {
    let runs = try folders.map(FinishedRun.init(folder:))
    guard let first = runs.first else { throw ExperimentError.missing("RUN_DIR") }
    for run in runs.dropFirst() {
      if let difference = first.manifest.difference(to: run.manifest) {
        throw ExperimentError.mismatchedRuns(
          first: first.folder, second: run.folder, difference: difference)
      }
    }
    let ledgers = try folders.map { try Ledger(reading: $0 + "/" + Ledger.fileName) }
    var found: [String: UnitResult] = [:]
    for unit in first.plan.units where found[unit.key] == nil {
      for ledger in ledgers {
        guard let result = try ledger.result(of: unit.key) else { continue }
        found[unit.key] = result
        break
      }
    }
    let missing = first.plan.units.filter { found[$0.key] == nil }
    guard missing.isEmpty else {
      throw ExperimentError.incomplete(
        missing: missing.map(\.name), total: first.plan.units.count)
    }
    let folder = try RunFolder(path: output)
    for unit in first.plan.units {
      if let result = found[unit.key] { try folder.ledger.record(result, of: unit) }
    }
    var manifest = first.manifest
    manifest.shard = .whole
    manifest.state = .running
    manifest.environment = environment
    let studyFile = first.folder + "/" + Manifest.studyFileName
    guard let study = FileManager.default.contents(atPath: studyFile) else {
      throw ExperimentError.unreadable(studyFile)
    }
    try folder.write(study, to: Manifest.studyFileName)
    try folder.write(manifest.json(), to: Manifest.fileName)
    return folder
  }
}
