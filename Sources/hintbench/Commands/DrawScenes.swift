import ArgumentParser
import Experiments
import Foundation
import Imaging
import Scenes

/// Writes embedded scenes as PNG files.
struct DrawScenes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenes", abstract: "Write embedded scenes, the default images, as PNG files.")

  @Option(help: "How many scenes.")
  var count: Int

  @Option(help: "The folder to write into.")
  var output: String

  @Option(help: "The seed they are drawn from.")
  var seed: UInt64 = 2017

  @Option(help: "Side in pixels, 16 to 4096.")
  var size = 256

  func validate() throws {
    guard count >= 1 else { throw ValidationError("--count should be at least 1") }
    guard (16...4096).contains(size) else { throw ValidationError("--size should be 16 to 4096") }
  }

  func run() throws {
    do {
      try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
    } catch {
      throw ExperimentError.unwritable(output, reason: "the folder cannot be made")
    }
    for index in 0..<count {
      let scene = Scene(index: index, seed: seed)
      let path = "\(output)/\(scene.name).png"
      try PNGFile.write(scene.render(height: size, width: size), to: path)
      Console.result(path)
    }
  }
}
