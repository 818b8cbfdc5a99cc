import Imaging
import Scenes

/// Pictures in files.
enum Picture {
  /// Writes a scene as PNG.
  static func write(_ index: Int, side: Int = 48, to path: String) throws {
    try PNGFile.write(Scene(index: index, seed: 5).render(height: side, width: side), to: path)
  }
}
