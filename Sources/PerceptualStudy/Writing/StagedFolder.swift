import Foundation
import WorkFolders

/// A folder that is filled out of sight and appears at once, its most important file last.
///
/// Nothing that is there already is ever replaced or removed.
final class StagedFolder {
  /// The folder as it will be.
  let path: String
  /// Where to write until then.
  let stage: String
  private let claim: FolderClaim

  /// Makes the folder where it is missing, and claims it.
  ///
  /// - Throws: ``PerceptualStudyError/busy(folder:)``, ``PerceptualStudyError/unwritable(_:reason:)``.
  init(_ path: String) throws(PerceptualStudyError) {
    self.path = path
    stage = path + "/.unfinished"
    do throws(FolderClaim.Fault) {
      claim = try FolderClaim(path)
    } catch {
      switch error {
      case .unwritable(let reason): throw .unwritable(path, reason: reason)
      case .busy: throw .busy(folder: path)
      }
    }
    try? FileManager.default.removeItem(atPath: stage)
    try make("")
  }

  deinit {
    try? FileManager.default.removeItem(atPath: stage)
    // The claim is on the open file; what is to be published need not hold its name.
    try? FileManager.default.removeItem(atPath: path + "/.claim")
  }

  /// Makes a folder in the stage.
  func make(_ name: String) throws(PerceptualStudyError) {
    let folder = name.isEmpty ? stage : "\(stage)/\(name)"
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .unwritable(folder, reason: error.localizedDescription)
    }
  }

  /// Writes a file into the stage.
  func write(_ bytes: Data, to name: String) throws(PerceptualStudyError) {
    do {
      try bytes.write(to: URL(fileURLWithPath: "\(stage)/\(name)"))
    } catch {
      throw .unwritable("\(path)/\(name)", reason: error.localizedDescription)
    }
  }

  /// Copies a file into the stage.
  func copy(_ source: String, to name: String) throws(PerceptualStudyError) {
    do {
      try FileManager.default.copyItem(atPath: source, toPath: "\(stage)/\(name)")
    } catch {
      throw .unwritable("\(path)/\(name)", reason: error.localizedDescription)
    }
  }

  /// The first of some names that the folder holds already.
  func existing(_ names: [String]) -> String? {
    names.first { FileManager.default.fileExists(atPath: "\(path)/\($0)") }
  }

  /// Moves everything to its place, `last` at the end.
  ///
  /// - Throws: ``PerceptualStudyError/occupied(folder:holds:)`` when one of the names is taken.
  func finish(last: String) throws(PerceptualStudyError) {
    let manager = FileManager.default
    let names = ((try? manager.contentsOfDirectory(atPath: stage)) ?? []).sorted()
    if let name = existing(names) { throw .occupied(folder: path, holds: "\(name) already") }
    for name in names.filter({ $0 != last }) + [last] {
      do {
        try manager.moveItem(atPath: "\(stage)/\(name)", toPath: "\(path)/\(name)")
      } catch {
        throw .unwritable("\(path)/\(name)", reason: error.localizedDescription)
      }
    }
  }
}
