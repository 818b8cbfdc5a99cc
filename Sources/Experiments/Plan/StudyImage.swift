import Colorimetry
import Crypto
import Files
import Foundation
import Imaging
import Prose

/// One image of a run: a name, where its pixels come from, and what they hash to.
public struct StudyImage: Sendable {
  /// The file's name, or the scene's; the `image` column of tables.
  public let name: String
  /// SHA-256 of the file's bytes; of a scene's pixels.
  public let sha256: String
  /// Whether it is a photograph without colour, by the picture at the study's size: `RGBImage.isGrey`.
  /// Drawn pictures never are.
  public let isGrey: Bool
  private let source: Source

  private enum Source: Sendable {
    case file(String)
    case drawing(Drawing)
  }

  /// A picture file; it must decode.
  ///
  /// - Parameter side: of the square that it is resized to, in pixels.
  init(file path: String, side: Int) throws(ImagingError) {
    let bytes = try ImageFile.bytes(path)
    name = FilePath.name(of: path)
    sha256 = SHA256.hash(data: bytes).hexadecimal
    source = .file(path)
    isGrey = try ImageFile.decode(bytes, name: path).resized(height: side, width: side).isGrey
  }

  /// An embedded picture.
  init(_ drawing: Drawing) {
    name = drawing.name
    isGrey = false
    source = .drawing(drawing)
    sha256 = SHA256.hash(data: drawing.render().pixels).hexadecimal
  }

  /// Where the image itself says that points go, in pixels of the size it is drawn at.
  var marks: [(row: Int, column: Int)] {
    if case .drawing(let drawing) = source { drawing.marks } else { [] }
  }

  /// An image of an earlier run, to be read from a file.
  init(_ record: Manifest.ImageRecord, file path: String) {
    name = record.name
    sha256 = record.sha256
    isGrey = record.isGrey ?? false
    source = .file(path)
  }

  /// An image of an earlier run, to be drawn again; it must still be the one that was hashed.
  init(_ record: Manifest.ImageRecord, _ drawing: Drawing) {
    name = record.name
    sha256 = record.sha256
    isGrey = false
    source = .drawing(drawing)
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

  /// The picture resized to a square, with every hue turned by some degrees.
  func picture(side: Int, hueRotation: Int) throws -> RGBImage {
    let picture = try picture(side: side)
    return hueRotation == 0 ? picture : picture.withHuesRotated(degrees: hueRotation)
  }

  private func original() throws(ImagingError) -> (RGBImage, hash: String) {
    switch source {
    case .file(let path):
      let bytes = try ImageFile.bytes(path)
      return (try ImageFile.decode(bytes, name: path), SHA256.hash(data: bytes).hexadecimal)
    case .drawing(let drawing):
      let picture = drawing.render()
      return (picture, SHA256.hash(data: picture.pixels).hexadecimal)
    }
  }
}
