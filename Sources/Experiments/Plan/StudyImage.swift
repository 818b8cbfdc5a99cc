import Colorimetry
import Crypto
import Foundation
import Imaging
import Scenes

/// One image of a run: a name, where its pixels come from, and what they hash to.
public struct StudyImage: Sendable {
  /// The file's name, or the scene's; the `image` column of tables.
  public let name: String
  /// SHA-256 of the file's bytes; of a scene's pixels.
  public let sha256: String
  private let source: Source

  private enum Source: Sendable {
    case file(String)
    case scene(Scene, side: Int)
  }

  /// A picture file; it must decode.
  init(file path: String) throws(ImagingError) {
    let bytes = try ImageFile.bytes(path)
    name = (path as NSString).lastPathComponent
    sha256 = SHA256.hash(data: bytes).hex
    source = .file(path)
    _ = try ImageFile.decode(bytes, name: path)
  }

  /// An embedded scene, drawn at a size.
  init(scene: Scene, side: Int) {
    name = scene.name
    source = .scene(scene, side: side)
    sha256 = SHA256.hash(data: scene.render(height: side, width: side).pixels).hex
  }

  /// An image of an earlier run, to be read from a file.
  init(_ record: Manifest.ImageRecord, file path: String) {
    name = record.name
    sha256 = record.sha256
    source = .file(path)
  }

  /// An image of an earlier run, to be drawn again.
  init(_ record: Manifest.ImageRecord, scene: Scene, side: Int) {
    name = record.name
    sha256 = record.sha256
    source = .scene(scene, side: side)
  }

  /// The picture resized to a square, 8-bit, as the protocol judges it.
  ///
  /// - Parameter side: in pixels.
  /// - Throws: `ImagingError`, or ``ExperimentError/unusableImage(name:reason:)`` when the image is
  ///   no longer the one that was hashed.
  public func picture(side: Int) throws -> RGBImage {
    let (picture, hash) = try original()
    guard hash == sha256 else {
      throw ExperimentError.unusableImage(
        name: name, reason: "has changed since the run was planned")
    }
    return picture.resized(height: side, width: side)
  }

  private func original() throws(ImagingError) -> (RGBImage, hash: String) {
    switch source {
    case .file(let path):
      let bytes = try ImageFile.bytes(path)
      return (try ImageFile.decode(bytes, name: path), SHA256.hash(data: bytes).hex)
    case .scene(let scene, let side):
      let picture = scene.render(height: side, width: side)
      return (picture, SHA256.hash(data: picture.pixels).hex)
    }
  }
}
