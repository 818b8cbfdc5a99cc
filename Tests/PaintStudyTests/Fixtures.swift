import Foundation
import Imaging
import PaintStudy
import ScratchFolders
import Testing

typealias Scratch = ScratchFolder

extension ScratchFolder {
  /// The rows of a CSV file whose fields hold no commas, the header first.
  func rows(_ name: String) throws -> [[String]] {
    String(decoding: try data(name), as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }
}

/// A small study on embedded scenes, painted by a method that follows points and needs no weights.
func smallStudy(
  subjects: Int = 4, pictures: Int = 2, training: Int = 2, seconds: Int = 20,
  method: String = "levin2004-ab"
) -> PaintStudyDeclaration {
  var study = PaintStudyDeclaration()
  study.study = "small"
  study.title = "A small study"
  study.scenes = 40
  study.subjects = subjects
  study.pictures = pictures
  study.trainingPictures = training
  study.trainingSeconds = 10 * training
  study.seconds = seconds
  study.imageSize = 64
  study.method = method
  study.seed = 3
  return study
}

/// Writes a study's design into a folder of the scratch folder.
@discardableResult
func design(
  _ study: PaintStudyDeclaration, _ scratch: Scratch, _ folder: String = "design"
) throws -> PaintStudyDesigner.Report {
  try PaintStudyDesigner(study).write(into: scratch.file(folder))
}

/// Whether a picture has no colour, but for the last bit that truncation leaves.
func isGray(_ picture: RGBImage) -> Bool {
  stride(from: 0, to: picture.pixels.count, by: 3).allSatisfy { start in
    let samples = picture.pixels[start..<(start + 3)]
    return (samples.max() ?? 0) - (samples.min() ?? 0) <= 1
  }
}
