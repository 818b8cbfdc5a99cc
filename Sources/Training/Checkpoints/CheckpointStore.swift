import Foundation
import WeightFiles

#if canImport(Glibc)
  import Glibc
#endif

/// The last two checkpoints of a folder: should the last one be damaged, the one before serves.
struct CheckpointStore {
  /// The last checkpoint's name.
  static let lastName = "checkpoint.safetensors"
  /// The name of the one before.
  static let previousName = "checkpoint-previous.safetensors"
  /// The name of one that is complete but has not taken the last one's place yet.
  static let nextName = "checkpoint-next.safetensors"

  let folder: String

  private func path(_ name: String) -> String { folder + "/" + name }

  /// True where there is any.
  var isEmpty: Bool {
    [Self.nextName, Self.lastName, Self.previousName].allSatisfy {
      !FileManager.default.fileExists(atPath: path($0))
    }
  }

  /// Writes a checkpoint; at every moment at least one is complete.
  func write(_ checkpoint: Checkpoint) throws {
    try checkpoint.write(to: path(Self.nextName))
    if FileManager.default.fileExists(atPath: path(Self.lastName)) {
      try move(Self.lastName, to: Self.previousName)
    }
    try move(Self.nextName, to: Self.lastName)
    sync()
  }

  /// The newest checkpoint that can be used; nil where there is none at all.
  ///
  /// - Returns: also a note where a newer one is damaged.
  /// - Throws: ``TrainingError/damagedCheckpoints(folder:reasons:)`` where all are.
  func newest() throws(TrainingError) -> (checkpoint: Checkpoint, notes: [String])? {
    var reasons: [String] = []
    for name in [Self.nextName, Self.lastName, Self.previousName]
    where FileManager.default.fileExists(atPath: path(name)) {
      do {
        return (try Checkpoint(path: path(name)), reasons.map { $0 + "; an older one is used" })
      } catch let error as WeightFileError {
        reasons.append(error.message)
      } catch let fault as CheckpointFault {
        reasons.append("\(fault.path) \(fault.reason)")
      } catch {
        reasons.append("\(path(name)): \(error)")
      }
    }
    guard reasons.isEmpty else { throw .damagedCheckpoints(folder: folder, reasons: reasons) }
    return nil
  }

  /// The checkpoint to go on from; nil where there is none.
  ///
  /// - Parameters:
  ///   - resume: whether to go on; else there may be none.
  ///   - isFinished: whether the folder holds learned weights.
  /// - Throws: ``TrainingError/finished(folder:)``, ``TrainingError/unfinished(folder:step:)``, and
  ///   what ``newest()`` throws.
  func found(
    resume: Bool, isFinished: Bool
  ) throws(TrainingError) -> (checkpoint: Checkpoint, notes: [String])? {
    if !resume, isFinished { throw .finished(folder: folder) }
    let found = try newest()
    if !resume, let found { throw .unfinished(folder: folder, step: found.checkpoint.state.step) }
    return found
  }

  /// The path of the last checkpoint; nil where there is none.
  var last: String? {
    let path = path(Self.lastName)
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  private func move(_ name: String, to other: String) throws(TrainingError) {
    guard rename(path(name), path(other)) == 0 else {
      throw .unwritable(path(other), reason: String(cString: strerror(errno)))
    }
  }

  /// Brings the folder's names to the disk.
  private func sync() {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
