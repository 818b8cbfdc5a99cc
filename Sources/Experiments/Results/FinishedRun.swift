import Foundation

/// A run read back from its folder, for reports and merges.
public struct FinishedRun: Sendable {
  /// The folder's path.
  public let folder: String
  /// What the run was.
  public let manifest: Manifest
  /// Its plan, with images that can be read again as long as they are where they were.
  public let plan: Plan

  /// Reads a run's manifest and study.
  public init(folder: String) throws {
    self.folder = folder
    manifest = try Manifest.read(folder: folder)
    var study = try StudyFile.read(folder + "/" + Manifest.studyFileName)
    guard study.hash == manifest.study.sha256 else {
      throw ExperimentError.damagedManifest(
        path: folder + "/" + Manifest.studyFileName, reason: "was changed after the run")
    }
    study.seed = manifest.seed
    plan = try Plan(
      study: study, images: ImageSet(recordedIn: manifest, study: study),
      methods: manifest.methods.map(RecordedMethod.init))
  }
}

extension ImageSet {
  /// The images of an earlier run, read only when their pixels are asked for.
  ///
  /// - Throws: ``ExperimentError/damagedManifest(path:reason:)`` where the study draws none of that
  ///   number.
  init(recordedIn manifest: Manifest, study: Study) throws(ExperimentError) {
    let folder = manifest.imagesFolder
    var images: [StudyImage] = []
    for (index, record) in manifest.images.enumerated() {
      if let folder {
        images.append(StudyImage(record, file: folder + "/" + record.name))
      } else if index < study.drawingCount {
        images.append(StudyImage(record, study.drawing(index)))
      } else {
        throw .damagedManifest(
          path: Manifest.fileName, reason: "it names more pictures than the study draws")
      }
    }
    self.init(images: images, skipped: manifest.skipped, folder: folder)
  }
}
