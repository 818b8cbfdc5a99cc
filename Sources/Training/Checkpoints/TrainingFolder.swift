import Foundation
import WorkFolders

/// The folder of a training, claimed for this process.
final class TrainingFolder {
  /// The learned weights: the averages, at the end.
  static let weightsName = "weights.safetensors"
  /// A line a step.
  static let trainingName = "training.csv"
  /// A line a judgement.
  static let validationName = "validation.csv"
  /// Speeds.
  static let timingsName = "timings.csv"
  /// The configuration's copy.
  static let configurationName = "configuration.yaml"

  let path: String
  let checkpoints: CheckpointStore
  private let claim: FolderClaim

  /// Opens or makes the folder.
  ///
  /// - Throws: ``TrainingError/busy(folder:)`` while another process works in it.
  init(_ path: String) throws(TrainingError) {
    self.path = path
    checkpoints = CheckpointStore(folder: path)
    do throws(FolderClaim.Fault) {
      claim = try FolderClaim(path)
    } catch {
      switch error {
      case .unwritable(let reason): throw .unwritable(path, reason: reason)
      case .busy: throw .busy(folder: path)
      }
    }
  }

  func file(_ name: String) -> String { path + "/" + name }

  /// True where the training is done.
  var isFinished: Bool { Self.isFinished(path) }

  /// True where a folder, which need not exist, holds a finished training.
  static func isFinished(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/" + weightsName)
  }
}
