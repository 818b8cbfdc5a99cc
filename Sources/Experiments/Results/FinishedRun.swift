import Foundation
import Scenes

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
      study: study, images: ImageSet(recordedIn: manifest, side: study.size),
      methods: manifest.methods.map(RecordedMethod.init))
  }
}

extension ImageSet {
  /// The images of an earlier run, read only when their pixels are asked for.
  init(recordedIn manifest: Manifest, side: Int) {
    let folder = manifest.imagesFolder
    let images = manifest.images.enumerated().map { index, record in
      if let folder {
        StudyImage(record, file: folder + "/" + record.name)
      } else {
        StudyImage(record, scene: Scene(index: index, seed: manifest.seed), side: side)
      }
    }
    self.init(images: images, skipped: manifest.skipped, folder: folder)
  }
}
