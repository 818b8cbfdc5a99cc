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
    do throws(FolderClaim.Fault) {
      claim = try FolderClaim(path)
    } catch {
      switch error {
      case .unwritable(let reason): throw .unwritable(path, reason: reason)
      case .busy: throw .busy(folder: path)
      }
    }
    ledger = try Ledger(path: path + "/" + Ledger.fileName)
  }

  /// The path of a file in the folder.
  public func file(_ name: String) -> String { path + "/" + name }

  /// Replaces a file in one step: readers see the old bytes or the new.
  public func write(_ bytes: Data, to name: String) throws(ExperimentError) {
    do {
      try bytes.write(to: URL(fileURLWithPath: file(name)), options: .atomic)
    } catch {
      throw .unwritable(file(name), reason: error.localizedDescription)
    }
  }
}

extension RunFolder {
  /// Notes in the folder what is about to run.
  ///
  /// - Throws: ``ExperimentError/otherRun(folder:difference:)`` when the folder holds another study
  ///   or another shard; a changed study, seed or set of images goes on with what still fits.
  public func begin(_ manifest: Manifest, studyFile: String) throws {
    if FileManager.default.fileExists(atPath: file(Manifest.fileName)) {
      let earlier = try Manifest.read(folder: path)
      if earlier.study.name != manifest.study.name {
        throw ExperimentError.otherRun(
          folder: path, difference: "study \(earlier.study.name), not \(manifest.study.name)")
      }
      if earlier.shard != manifest.shard {
        throw ExperimentError.otherRun(
          folder: path,
          difference: "shard \(earlier.shard.index)/\(earlier.shard.count), not "
            + "\(manifest.shard.index)/\(manifest.shard.count)")
      }
    }
    guard let study = FileManager.default.contents(atPath: studyFile) else {
      throw ExperimentError.unreadable(studyFile)
    }
    try write(study, to: Manifest.studyFileName)
    try write(manifest.json(), to: Manifest.fileName)
  }
}
