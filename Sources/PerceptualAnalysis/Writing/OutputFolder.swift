import Files
import Foundation

/// Files written whole or not at all.
enum OutputFolder {
  /// Makes a folder where it is missing.
  static func make(_ folder: String) throws(PerceptualAnalysisError) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .unwritable(folder, reason: "the folder cannot be made")
    }
  }

  /// Writes a file.
  static func write(_ data: Data, to path: String) throws(PerceptualAnalysisError) {
    do {
      try OutputFile.write(data, to: path)
    } catch {
      throw .unwritable(path, reason: error.reason)
    }
  }
}
