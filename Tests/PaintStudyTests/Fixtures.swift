import Foundation
import Imaging
import PaintStudy
import Testing

/// A folder of its own for a test, removed with the last reference to it.
final class Scratch: Sendable {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("hintbench-paint-study-\(UUID().uuidString)")
      .resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    path = folder.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  func data(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: file(name)))
  }

  /// The rows of a CSV file whose fields hold no commas, the header first.
  func rows(_ name: String) throws -> [[String]] {
    String(decoding: try data(name), as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// Every file below a folder by its path there, with its bytes.
  func files(_ folder: String) throws -> [String: Data] {
    var found: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: file(folder)) {
      var isFolder: ObjCBool = false
      let path = file("\(folder)/\(name)")
      _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      if !isFolder.boolValue { found[name] = try data("\(folder)/\(name)") }
    }
    return found
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
