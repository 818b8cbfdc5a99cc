import Crypto
import Foundation
import Imaging
import ParallelWork
import Prose
import Scenes

/// A picture that progress is judged on.
struct ValidationPicture: Sendable {
  /// The file, or the scene's name.
  let name: String
  /// SHA-256 of the file's bytes; of a scene's pixels.
  let sha256: String
  /// Bytes of the file; 0 for a scene.
  let byteCount: Int
  /// Resized to a square.
  let picture: RGBImage

  /// Finds the pictures of a configuration.
  ///
  /// - Returns: also a line for each picture that cannot be used.
  static func gather(
    _ validation: TrainingConfiguration.Validation, seed: UInt64
  ) throws -> (pictures: [ValidationPicture], notes: [String]) {
    switch validation.source {
    case .scenes:
      let pictures = parallelMap(validation.pictures) { index in
        let scene = Scene(index: index, seed: seed)
        let picture = scene.render(height: validation.size, width: validation.size)
        return ValidationPicture(
          name: scene.name, sha256: SHA256.hash(data: picture.pixels).hexadecimal, byteCount: 0,
          picture: picture)
      }
      return (pictures, [])
    case .folder(let folder):
      guard FileManager.default.fileExists(atPath: folder) else {
        throw TrainingError.missing(folder)
      }
      let listing = try ImageFolder.list(folder)
      let paths = listing.pictures.prefix(validation.pictures)
      guard !paths.isEmpty else { throw TrainingError.noValidationPictures(folder: folder) }
      let read = parallelMap(paths.count) { index in
        Result { () throws(ImagingError) in
          try ValidationPicture(file: paths[index], size: validation.size)
        }
      }
      var notes = listing.leftOut.map { "not judged on: \($0.message)" }
      var pictures: [ValidationPicture] = []
      for outcome in read {
        switch outcome {
        case .success(let picture): pictures.append(picture)
        case .failure(let error): notes.append("not judged on: \(error.message)")
        }
      }
      if pictures.isEmpty, let first = read.first { _ = try first.get() }
      return (pictures, notes)
    }
  }

  private init(name: String, sha256: String, byteCount: Int, picture: RGBImage) {
    (self.name, self.sha256) = (name, sha256)
    (self.byteCount, self.picture) = (byteCount, picture)
  }

  private init(file path: String, size: Int) throws(ImagingError) {
    let bytes = try ImageFile.bytes(path)
    let picture = try ImageFile.decode(bytes, name: path)
    self.init(
      name: path, sha256: SHA256.hash(data: bytes).hexadecimal, byteCount: bytes.count,
      picture: picture.resized(height: size, width: size))
  }

  /// Refuses pictures that are learned from, too: files of the same bytes.
  ///
  /// - Parameter folders: of pictures to learn from.
  static func checkHeldOut(_ pictures: [ValidationPicture], from folders: [String]) throws {
    let bySize = Dictionary(grouping: pictures.filter { $0.byteCount > 0 }, by: \.byteCount)
    for folder in folders {
      for path in try ImageFolder.list(folder).pictures {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        // Only files of equal length can be equal.
        guard let size = attributes?[.size] as? Int, let alike = bySize[size] else { continue }
        let hash = SHA256.hash(data: try ImageFile.bytes(path)).hexadecimal
        if let same = alike.first(where: { $0.sha256 == hash }) {
          throw TrainingError.sharedPicture(training: path, validation: same.name)
        }
      }
    }
  }
}
