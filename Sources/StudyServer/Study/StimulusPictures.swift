import Foundation
import NIOCore
import PerceptualStudy

/// All pictures of a study in memory, every one a file of the same length without metadata.
///
/// They are read once: no answer takes longer because a file was not in the cache, and no length or
/// header tells a real picture from a fake.
struct StimulusPictures: Sendable {
  /// The bytes of every picture file.
  let length: Int

  private let files: [String: ByteBuffer]

  /// Most memory taken, in bytes: 2 GiB.
  static let memoryLimit = 2 << 30

  /// Reads the pictures of a design's folder.
  init(of design: StudyDesign, in folder: String) throws(StudyServerError) {
    var pictures: [String: PictureBytes] = [:]
    var longest = 0
    for file in Self.files(of: design) {
      let picture = try Self.read(folder + "/" + file)
      longest = max(longest, picture.body.count)
      pictures[file] = picture
      let bytes = pictures.count * (longest + PictureBytes.overhead)
      guard bytes <= Self.memoryLimit else {
        throw .tooLarge(bytes: bytes, limit: Self.memoryLimit)
      }
    }
    for image in design.pictures {
      let sizes = ([image.real] + image.fakes.values.sorted()).compactMap { pictures[$0] }
      guard sizes.allSatisfy({ ($0.width, $0.height) == (sizes[0].width, sizes[0].height) }) else {
        throw .damagedPicture(
          file: image.real, reason: "real and fake pictures of '\(image.image)' differ in size")
      }
    }
    let length = longest + PictureBytes.overhead
    self.length = length
    files = pictures.mapValues { ByteBuffer(bytes: $0.file(padded: length)) }
  }

  /// The file of a picture of the design.
  subscript(file: String) -> ByteBuffer? { files[file] }

  /// Every picture file of a design, each once, sorted.
  static func files(of design: StudyDesign) -> [String] {
    let all = design.pictures.flatMap { [$0.real] + $0.fakes.values }
    return Set(all).sorted()
  }

  /// Reads one picture.
  static func read(_ path: String) throws(StudyServerError) -> PictureBytes {
    guard let data = FileManager.default.contents(atPath: path) else { throw .missing(path) }
    do throws(PictureBytes.Fault) {
      return try PictureBytes(data)
    } catch {
      throw .damagedPicture(file: path, reason: error.reason)
    }
  }
}
