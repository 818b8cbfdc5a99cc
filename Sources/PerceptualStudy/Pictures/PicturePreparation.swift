import Crypto
import Foundation
import Imaging
import Prose

/// Makes the pictures that judges see: real and fake in the same way, under names that tell nothing.
///
/// All versions of an image are first brought to the smallest of their sizes and then to the size
/// shown, so that sharpness does not tell the real one; each is written as PNG by the same encoder.
struct PicturePreparation {
  /// The folder of pictures in a design's folder.
  static let folder = "pictures"

  let study: String
  let seed: UInt64
  let imageSize: Int
  let methods: [String]

  /// What an image's schedule asks for.
  struct Need: Sendable {
    let files: ImageMatch.Files
    /// Methods shown, `vigilance` among them where it is.
    let shown: Set<String>
  }

  /// Writes the pictures of one image.
  ///
  /// - Returns: its paths, relative to the design's folder, and whether a fake was of another shape.
  func write(
    _ need: Need, into designFolder: String
  ) throws(PerceptualStudyError) -> (picture: StudyPicture, isStretched: Bool) {
    let (real, fakes, isStretched) = try versions(of: need.files)
    var paths: [String: String] = [:]
    let realPath = try write(real, of: need.files.image, version: "real", into: designFolder)
    for (method, fake) in zip(methods, fakes) where need.shown.contains(method) {
      paths[method] = try write(
        fake, of: need.files.image, version: "fake \(method)", into: designFolder)
    }
    if need.shown.contains(Trial.vigilanceMethod) {
      paths[Trial.vigilanceMethod] = try write(
        VigilancePicture.falselyColored(real), of: need.files.image, version: "vigilance",
        into: designFolder)
    }
    let picture = StudyPicture(image: need.files.image, real: realPath, fakes: paths)
    return (picture, isStretched)
  }

  private func versions(
    of files: ImageMatch.Files
  ) throws(PerceptualStudyError) -> (real: RGBImage, fakes: [RGBImage], isStretched: Bool) {
    var read: [RGBImage] = []
    for path in [files.truth] + files.fakes {
      do { read.append(try ImageFile.read(path)) } catch {
        throw .unusable(file: path, explanation: error.message)
      }
    }
    let truth = read[0]
    let least = (
      height: read.map(\.height).min() ?? 1, width: read.map(\.width).min() ?? 1
    )
    let longer = Double(max(truth.height, truth.width))
    func shown(_ side: Int) -> Int {
      max(1, Int((Double(imageSize * side) / longer).rounded()))
    }
    let ratio = Double(truth.width) / Double(truth.height)
    let isStretched = read.contains {
      abs(Double($0.width) / Double($0.height) / ratio - 1) > Self.sameShape
    }
    let prepared = read.map {
      $0.resized(height: least.height, width: least.width)
        .resized(height: shown(truth.height), width: shown(truth.width))
    }
    return (prepared[0], Array(prepared.dropFirst()), isStretched)
  }

  /// Ratios of sides that differ by less are the same shape; rounding a side gives as much.
  private static let sameShape = 0.02

  private func write(
    _ picture: RGBImage, of image: String, version: String, into designFolder: String
  ) throws(PerceptualStudyError) -> String {
    let text = ["\(seed)", study, image, version].joined(separator: "\u{0}")
    let name = SHA256.hash(data: Data(text.utf8)).hexadecimal.prefix(32)
    let path = "\(Self.folder)/\(name).png"
    do {
      try PNGFile.write(picture, to: "\(designFolder)/\(path)")
    } catch {
      throw .unwritable("\(designFolder)/\(path)", reason: error.message)
    }
    return path
  }
}
