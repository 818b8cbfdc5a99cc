import Foundation

/// Files that people write by hand.
enum SmallFile {
  /// The bytes of a file, at most one more than `limit`, so that the caller can tell a longer one.
  static func read(_ path: String, limit: Int) throws(ExperimentError) -> Data {
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path) }
    guard let handle = FileHandle(forReadingAtPath: path) else { throw .unreadable(path) }
    do {
      // Nil is the end of the file: an empty one.
      return try handle.read(upToCount: limit + 1) ?? Data()
    } catch {
      throw .unreadable(path)
    }
  }
}
