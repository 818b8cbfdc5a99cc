import Files
import Imaging
import Synchronization

/// Photographs that are decoded whenever they are used.
final class FolderStore: PictureStore {
  private let folder: PhotographFolder
  private let faults = Mutex<[Int: SkippedPicture]>([:])

  /// - Throws: `TrainingDataError.allDamaged`.
  init(_ folder: PhotographFolder) throws(TrainingDataError) {
    self.folder = folder
    // One good picture is enough: a damaged first one is no reason to read all.
    for index in 0..<folder.count where picture(at: index) != nil { return }
    throw folder.allDamaged(skipped)
  }

  var count: Int { folder.count }

  var skipped: [SkippedPicture] {
    faults.withLock { $0.values.sorted { ExactName($0.path) < ExactName($1.path) } }
  }

  func picture(at index: Int) -> LoadedPicture? {
    switch folder.decode(index) {
    case .success(let image): return LoadedPicture(image)
    case .failure(let error):
      let fault = SkippedPicture(path: folder.paths[index], reason: error.message)
      faults.withLock { $0[index] = fault }
      return nil
    }
  }
}
