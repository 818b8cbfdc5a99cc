import Foundation
import WorkFolders

/// Folders that experiments write into.
public enum WorkFolder {
  /// Makes a folder, and those above it, where they are missing.
  ///
  /// - Throws: ``ExperimentError/unwritable(_:reason:)``.
  public static func make(_ path: String) throws(ExperimentError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .unwritable(path, reason: "the folder cannot be made")
    }
  }

  /// Makes a folder where it is missing, and claims it for this process.
  ///
  /// - Throws: ``ExperimentError/busy(folder:)`` while another process works in it,
  ///   ``ExperimentError/unwritable(_:reason:)``.
  static func claim(_ path: String) throws(ExperimentError) -> FolderClaim {
    do throws(FolderClaim.Fault) {
      return try FolderClaim(path)
    } catch {
      switch error {
      case .unwritable(let reason): throw .unwritable(path, reason: reason)
      case .busy: throw .busy(folder: path)
      }
    }
  }
}
