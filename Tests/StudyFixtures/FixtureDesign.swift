import Foundation
import Imaging
import PerceptualStudy
import ScratchFolders
import SeededChance

/// Small designs for tests, of plain drawn pictures, in which a fake has its channels exchanged.
public struct FixtureDesign: Sendable {
  /// The study; its folders are filled in when it is written.
  public var declaration: StudyDeclaration
  /// How many images there are.
  public var images = 24
  /// Rows and columns of the pictures; every third is a quarter lower.
  public var side = 96

  /// A study that takes a browser a few seconds.
  public init() {
    declaration = StudyDeclaration()
    declaration.study = "fixture"
    declaration.title = "Which colours are real?"
    declaration.judges = 4
    declaration.trials = 6
    declaration.practice = 2
    declaration.vigilance = 2
    declaration.exposure = Exposure(before: 60, picture: 120, between: 60)
    declaration.imageSize = 96
    declaration.breakEvery = 4
    declaration.seed = 7
  }

  /// The methods.
  public static let methods = ["alpha", "beta"]

  /// Makes the design in a folder.
  @discardableResult
  public func write(_ folder: String) throws -> StudyDesign {
    let sources = try ScratchFolder()
    var study = declaration
    study.truth = try write(version: [0, 1, 2], to: sources.path + "/truth")
    study.methods = [
      StudyDeclaration.Method(
        name: Self.methods[0],
        folder: try write(version: [1, 0, 2], to: sources.path + "/" + Self.methods[0]),
        publishedRate: 0.25),
      StudyDeclaration.Method(
        name: Self.methods[1],
        folder: try write(version: [0, 2, 1], to: sources.path + "/" + Self.methods[1])),
    ]
    return try StudyDesigner(study).write(into: folder).design
  }

  private func write(version order: [Int], to folder: String) throws -> String {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for index in 0..<images {
      try PNGFile.write(drawing(index, order), to: "\(folder)/image\(index).png")
    }
    return folder
  }

  /// A gradient with noise.
  private func drawing(_ index: Int, _ order: [Int]) -> RGBImage {
    var chance = SplitMix64(seed: UInt64(1000 + index))
    let (height, width) = (index % 3 == 2 ? side * 3 / 4 : side, side)
    var pixels: [UInt8] = []
    for row in 0..<height {
      for column in 0..<width {
        let noise = Int(chance.next(below: 24))
        let color = [200 * row / height, 160 * column / width, 40 + 30 * (index % 5)]
        pixels += order.map { UInt8(min(color[$0] + noise, 255)) }
      }
    }
    return RGBImage(height: height, width: width, pixels: pixels)
  }
}
