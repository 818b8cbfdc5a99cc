import Crypto
import Files
import Foundation
import Imaging

#if canImport(Glibc)
  import Glibc
#endif

/// The photographs of a folder, as files.
struct PhotographFolder: Sendable {
  /// The files, sorted by name.
  let paths: [String]
  /// What looks like a picture and cannot be used as one, sorted by name.
  let leftOut: [SkippedPicture]
  private let path: String
  /// The longest shorter side that is kept.
  private let shorterSide: Int?

  /// Lists a folder.
  ///
  /// - Throws: `TrainingDataError.missingFolder`, `.notAFolder`, `.unreadableFolder`, `.emptyFolder` or
  ///   `.allDamaged`.
  init(_ path: String, shorterSide: Int?) throws(TrainingDataError) {
    let listing: ImageFolder.Listing
    do {
      listing = try ImageFolder.list(path)
    } catch {
      switch error {
      case .missing: throw .missingFolder(reason: error.message)
      case .notAFolder: throw .notAFolder(reason: error.message)
      default: throw .unreadableFolder(reason: error.message)
      }
    }
    paths = listing.pictures
    leftOut = listing.leftOut.map {
      SkippedPicture(path: path + "/" + $0.name, reason: $0.message)
    }
    guard !paths.isEmpty else {
      guard let first = leftOut.first else { throw .emptyFolder(path: path) }
      throw .allDamaged(source: path, count: leftOut.count, example: first.reason)
    }
    self.path = path
    self.shorterSide = shorterSide
  }

  var count: Int { paths.count }

  /// Decodes a photograph, and scales it down if it is too large.
  func decode(_ index: Int) -> Result<RGBImage, ImagingError> {
    Result { () throws(ImagingError) in
      let image = try ImageFile.read(paths[index])
      let shorter = min(image.height, image.width)
      guard let shorterSide, shorter > shorterSide else { return image }
      let scale = Double(shorterSide) / Double(shorter)
      let (height, width) = (Double(image.height) * scale, Double(image.width) * scale)
      return image.resized(height: Int(height.rounded()), width: Int(width.rounded()))
    }
  }

  /// Says that nothing can be used.
  func allDamaged(_ skipped: [SkippedPicture]) -> TrainingDataError {
    .allDamaged(source: path, count: count, example: skipped.first?.reason ?? "")
  }

  /// A hash of the files' names and sizes and of the limit, and of the times of their last change if
  /// told. A file that has gone counts as one of size −1.
  func fingerprint(withTimes: Bool) -> SHA256Digest {
    var hash = SHA256()
    hash.update(data: Data("photographs 1|\(shorterSide ?? 0)".utf8))
    for path in paths {
      var status = stat()
      if stat(path, &status) != 0 { status.st_size = -1 }
      let name = FilePath.name(of: path)
      let time = withTimes ? "\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)" : ""
      // No name holds a slash or a zero byte.
      hash.update(data: Data("/\(name)/\(status.st_size)/\(time)\0".utf8))
    }
    return hash.finalize()
  }
}
