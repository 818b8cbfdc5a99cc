import Foundation
import WorkFolders

/// A folder that is filled under another name and appears at once, whole or not at all.
///
/// An empty folder may stand in its place; nothing that holds something is replaced.
final class WholeFolder {
  /// The folder as it will be.
  let path: String
  /// Where to write until then.
  let stage: String
  private var claim: FolderClaim?

  /// Begins a folder.
  ///
  /// - Throws: ``PaintStudyError/occupied(folder:)``, ``PaintStudyError/unwritable(_:reason:)``.
  init(_ path: String) throws(PaintStudyError) {
    var trimmed = path[...]
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed = trimmed.dropLast() }
    self.path = String(trimmed)
    stage = self.path + ".unfinished"
    guard Self.isFree(self.path) else { throw .occupied(folder: path) }
    do throws(FolderClaim.Fault) {
      claim = try FolderClaim(stage)
    } catch {
      switch error {
      case .unwritable(let reason): throw .unwritable(path, reason: reason)
      case .busy: throw .unwritable(path, reason: "another hintbench is at work there")
      }
    }
    // What a run that was stopped has left.
    for name in (try? FileManager.default.contentsOfDirectory(atPath: stage)) ?? []
    where name != ".claim" { try? FileManager.default.removeItem(atPath: "\(stage)/\(name)") }
  }

  deinit {
    if claim != nil { try? FileManager.default.removeItem(atPath: stage) }
  }

  /// Whether nothing stands at a path, or an empty folder.
  static func isFree(_ path: String) -> Bool {
    guard FileManager.default.fileExists(atPath: path) else { return true }
    return (try? FileManager.default.contentsOfDirectory(atPath: path))?.isEmpty ?? false
  }

  /// Makes a folder inside.
  func make(_ name: String) throws(PaintStudyError) {
    do {
      try FileManager.default.createDirectory(
        atPath: "\(stage)/\(name)", withIntermediateDirectories: true)
    } catch {
      throw .unwritable("\(path)/\(name)", reason: "the folder cannot be made")
    }
  }

  /// Writes a file inside.
  func write(_ bytes: some Sequence<UInt8>, to name: String) throws(PaintStudyError) {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: "\(stage)/\(name)"))
    } catch {
      throw .unwritable(
        "\(path)/\(name)", reason: "check the folder's permissions and the disk's room")
    }
  }

  /// Gives the folder its name.
  func finish() throws(PaintStudyError) {
    try? FileManager.default.removeItem(atPath: stage + "/.claim")
    // Takes the place of an empty folder, and of none that holds something.
    guard rename(stage, path) == 0 else {
      throw Self.isFree(path)
        ? .unwritable(path, reason: String(cString: strerror(errno))) : .occupied(folder: path)
    }
    claim = nil
  }
}
