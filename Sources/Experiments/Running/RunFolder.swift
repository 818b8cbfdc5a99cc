import Files
import Foundation
import WorkFolders

/// A run's folder: its ledger, its claim against other processes, and the files written into it.
public final class RunFolder: Sendable {
  /// The folder's path.
  public let path: String
  /// What is done.
  public let ledger: Ledger
  private let claim: FolderClaim

  /// Opens or makes a run's folder and claims it for this process.
  ///
  /// - Throws: ``ExperimentError/busy(folder:)`` while another process works in it,
  ///   ``ExperimentError/unwritable(_:reason:)``, ``ExperimentError/damagedLedger(path:reason:)``.
  public init(path: String) throws(ExperimentError) {
    self.path = path
    claim = try WorkFolder.claim(path)
    ledger = try Ledger(path: path + "/" + Ledger.fileName)
  }

  /// The path of a file in the folder.
  public func file(_ name: String) -> String { path + "/" + name }

  /// Replaces a file in one step: readers see the old bytes or the new.
  public func write(_ bytes: Data, to name: String) throws(ExperimentError) {
    do {
      try OutputFile.write(bytes, to: file(name))
    } catch {
      throw .unwritable(file(name), reason: error.reason)
    }
  }
}

extension RunFolder {
  /// Notes in the folder what is about to run.
  ///
  /// - Throws: ``ExperimentError/otherRun(folder:difference:)`` when the folder holds another study
  ///   or another shard; a changed study, seed or set of images goes on with what still fits.
  public func begin(_ manifest: Manifest, studyFile: String) throws {
    try manifest.checkFolder(path)
    guard let study = FileManager.default.contents(atPath: studyFile) else {
      throw ExperimentError.unreadable(studyFile)
    }
    try write(study, to: Manifest.studyFileName)
    try write(manifest.json(), to: Manifest.fileName)
  }
}

extension Manifest {
  /// Makes sure that a folder, which need not exist, holds no other run than this.
  ///
  /// - Throws: ``ExperimentError/otherRun(folder:difference:)``, or that its manifest is damaged.
  func checkFolder(_ folder: String) throws(ExperimentError) {
    guard FileManager.default.fileExists(atPath: folder + "/" + Self.fileName) else { return }
    let earlier = try Self.read(folder: folder)
    if earlier.study.name != study.name {
      throw .otherRun(folder: folder, difference: "study \(earlier.study.name), not \(study.name)")
    }
    if earlier.shard != shard {
      throw .otherRun(
        folder: folder,
        difference: "shard \(earlier.shard.index)/\(earlier.shard.count), not "
          + "\(shard.index)/\(shard.count)")
    }
  }
}
