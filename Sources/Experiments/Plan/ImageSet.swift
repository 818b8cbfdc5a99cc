import Files
import Foundation
import Imaging
import ParallelWork

/// The images of a run, and those that had to be left out.
public struct ImageSet: Sendable {
  /// Usable images, by name.
  public let images: [StudyImage]
  /// Pictures that cannot be used, by name: damaged ones, and files of a picture's ending that are
  /// none or cannot be reached.
  public let skipped: [Skipped]
  /// The folder as the user named it; nil for embedded scenes.
  public let folder: String?
  /// Whether a limit left images out: what comes of them is a try, not a result.
  public private(set) var isCut = false

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
  ///   - strict: the first picture that cannot be used is an error instead of a line in `skipped`.
  /// - Throws: ``ExperimentError/missing(_:)``, `ImagingError` for a folder that is none or cannot be
  ///   read, ``ExperimentError/noImages(folder:skipped:)``,
  ///   ``ExperimentError/unusableImage(name:reason:)``.
  public static func gather(
    study: Study, folder: String?, limit: Int?, strict: Bool
  ) throws -> ImageSet {
    guard let folder else {
      let count = min(limit ?? .max, study.drawingCount)
      let images = parallelMap(count) { StudyImage(study.drawing($0)) }
      return ImageSet(
        images: images, skipped: [], folder: nil, isCut: count < study.drawingCount)
    }
    if study.pictures == .segments { throw ExperimentError.ownPictures(study: study.name) }
    return try gather(
      folder: folder, side: study.size, limit: limit, strict: strict, skipsGrey: study.skipsGrey)
  }

  /// Finds and checks the photographs of a folder.
  ///
  /// - Parameters:
  ///   - side: of the square that they are resized to, in pixels.
  ///   - limit: at most so many images, the first by name.
  ///   - strict: the first picture that cannot be used is an error instead of a line in `skipped`.
  ///   - skipsGrey: whether photographs without colour are left out.
  /// - Throws: as ``gather(study:folder:limit:strict:)``.
  public static func gather(
    folder: String, side: Int, limit: Int? = nil, strict: Bool, skipsGrey: Bool = false
  ) throws -> ImageSet {
    let listing: ImageFolder.Listing
    do {
      listing = try ImageFolder.list(folder)
    } catch {
      if case .missing = error { throw ExperimentError.missing(folder) }
      throw error
    }
    let paths = Array(listing.pictures.prefix(limit ?? .max))
    let outcomes = parallelMap(paths.count) { index in
      Result { try StudyImage(file: paths[index], side: side) }
    }
    var images: [StudyImage] = []
    var skipped = listing.leftOut.map { Skipped(name: $0.name, reason: $0.message) }
    for (path, outcome) in zip(paths, outcomes) {
      switch outcome {
      case .success(let image): images.append(image)
      case .failure(let error):
        let reason = (error as? ImagingError)?.message ?? "\(error)"
        skipped.append(Skipped(name: FilePath.name(of: path), reason: reason))
      }
    }
    skipped.sort { ExactName($0.name) < ExactName($1.name) }
    if strict, let first = skipped.first {
      throw ExperimentError.unusableImage(name: first.name, reason: first.reason)
    }
    if skipsGrey {
      skipped += images.filter(\.isGrey).map(Skipped.init(grey:))
      images.removeAll(where: \.isGrey)
      skipped.sort { ExactName($0.name) < ExactName($1.name) }
    }
    guard !images.isEmpty else {
      throw ExperimentError.noImages(folder: folder, skipped: skipped.map(\.reason))
    }
    return ImageSet(
      images: images, skipped: skipped, folder: folder, isCut: paths.count < listing.pictures.count)
  }
}

extension ImageSet.Skipped {
  /// A photograph without colour, which the study leaves out.
  init(grey image: StudyImage) {
    self.init(
      name: image.name, reason: "\(image.name): has no colour, and the study says skip_grey")
  }
}
