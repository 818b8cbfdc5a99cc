import Foundation
import Imaging
import Scenes

/// Pictures to paint, drawn by rule.
public enum ScenePictures {
  /// The bytes of an embedded scene's PNG.
  public static func bytes(_ index: Int, height: Int = 90, width: Int = 140) -> [UInt8] {
    PNGFile.encode(Scene(index: index, seed: 5).render(height: height, width: width))
  }

  /// Writes scenes into a new folder: `scene-0.png` and so on.
  public static func write(
    _ count: Int, to folder: String, height: Int = 90, width: Int = 140
  ) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for index in 0..<count {
      try Data(bytes(index, height: height, width: width))
        .write(to: URL(fileURLWithPath: "\(folder)/scene-\(index).png"))
    }
  }
}
