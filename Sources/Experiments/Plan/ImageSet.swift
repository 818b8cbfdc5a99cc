import Foundation
import Imaging
import ParallelWork

/// The images of a run, and those that had to be left out.
public struct ImageSet: Sendable {
  /// Usable images, by name.
  public let images: [StudyImage]
  /// Pictures that cannot be decoded, by name.
  public let skipped: [Skipped]
  /// The folder as the user named it; nil for embedded scenes.
  public let folder: String?

  /// A picture left out of a run.
  public struct Skipped: Sendable, Codable, Equatable {
    /// The file's name.
    public let name: String
    /// Why it cannot be used.
    public let reason: String
  }

  /// Finds and checks the images of a run.
  ///
  /// - Parameters:
  ///   - folder: of photographs; nil for the study's embedded scenes.
  ///   - limit: at most so many images, the first by name.
  ///   - strict: a picture that cannot be decoded is an error instead of a line in `skipped`.
  public static func gather(
    study: Study, folder: String?, limit: Int?, strict: Bool
  ) throws -> ImageSet {
    guard let folder else {
      let count = min(limit ?? .max, study.drawingCount)
      let images = parallelMap(count) { StudyImage(study.drawing($0)) }
      return ImageSet(images: images, skipped: [], folder: nil)
    }
    if study.pictures == .segments { throw ExperimentError.ownPictures(study: study.name) }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
      throw ExperimentError.missing(folder)
    }
    guard isFolder.boolValue else { throw ExperimentError.noImages(folder: folder, skipped: 0) }
    let paths = try Array(ImageFolder.list(folder).prefix(limit ?? .max))
    let outcomes = parallelMap(paths.count) { index in
      Result { try StudyImage(file: paths[index]) }
    }
    var images: [StudyImage] = []
    var skipped: [Skipped] = []
    for (path, outcome) in zip(paths, outcomes) {
      switch outcome {
      case .success(let image): images.append(image)
      case .failure(let error):
        let reason = (error as? ImagingError)?.message ?? "\(error)"
        let name = (path as NSString).lastPathComponent
        if strict { throw ExperimentError.unusableImage(name: path, reason: reason) }
        skipped.append(Skipped(name: name, reason: reason))
      }
    }
    guard !images.isEmpty else {
      throw ExperimentError.noImages(folder: folder, skipped: skipped.count)
    }
    return ImageSet(images: images, skipped: skipped, folder: folder)
  }
}
