import Foundation
import Imaging
import PerceptualStudy
import Scenes
import ScratchFolders

typealias Scratch = ScratchFolder

extension ScratchFolder {
  func put(_ picture: RGBImage, _ name: String) throws {
    let folder = (file(name) as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try PNGFile.write(picture, to: file(name))
  }

  /// Writes scenes as true pictures and two methods' ones: `truth`, `pale`, `swapped`.
  func makePictures(_ count: Int, side: Int = 40, names: (Int) -> String = { "scene-\($0)" }) throws
  {
    for index in 0..<count {
      let scene = Scene(index: index, seed: 3).render(height: side, width: side)
      try put(scene, "truth/\(names(index)).png")
      var pale = scene
      var swapped = scene
      for start in stride(from: 0, to: scene.pixels.count, by: 3) {
        let mean = (0..<3).reduce(0) { $0 + Int(scene.pixels[start + $1]) } / 3
        for channel in 0..<3 {
          pale.pixels[start + channel] = UInt8((Int(scene.pixels[start + channel]) + mean) / 2)
          swapped.pixels[start + channel] = scene.pixels[start + 2 - channel]
        }
      }
      try put(pale, "pale/\(names(index)).png")
      try put(swapped, "swapped/\(names(index)).png")
    }
  }

  /// A study of those pictures.
  func declaration(
    judges: Int = 4, trials: Int = 6, practice: Int = 2, vigilance: Int = 1
  ) -> StudyDeclaration {
    var study = StudyDeclaration()
    study.study = "test"
    study.truth = file("truth")
    study.methods = [
      .init(name: "pale", folder: file("pale"), publishedRate: 0.3),
      .init(name: "swapped", folder: file("swapped")),
    ]
    (study.judges, study.trials) = (judges, trials)
    (study.practice, study.vigilance, study.imageSize) = (practice, vigilance, 48)
    return study
  }
}

/// A design that several tests look at and none changes: 12 images, 4 judges.
enum SharedDesign {
  private static let made = Result {
    let scratch = try Scratch()
    try scratch.makePictures(12)
    let report = try StudyDesigner(scratch.declaration()).write(into: scratch.file("design"))
    atexit { SharedDesign.remove() }
    return (scratch, report)
  }

  private static func remove() {
    if let path = try? made.get().0.path { try? FileManager.default.removeItem(atPath: path) }
  }

  static func scratch() throws -> Scratch { try made.get().0 }
  static func report() throws -> StudyDesigner.Report { try made.get().1 }
  static func folder() throws -> String { try scratch().file("design") }

  /// A copy, for tests that write into the folder.
  static func copied(into scratch: Scratch) throws -> String {
    let copy = scratch.file("copied")
    try FileManager.default.copyItem(atPath: folder(), toPath: copy)
    return copy
  }
}
