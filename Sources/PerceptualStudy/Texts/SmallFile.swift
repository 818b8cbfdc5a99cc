import Foundation

/// Files that are read whole, up to a size.
enum SmallFile {
  /// The bytes of a file.
  ///
  /// - Throws: ``PerceptualStudyError/missing(_:)``, ``PerceptualStudyError/unreadable(_:)``,
  ///   ``PerceptualStudyError/unusable(file:explanation:)`` where it is longer than `limit`.
  static func read(_ path: String, limit: Int) throws(PerceptualStudyError) -> Data {
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path) }
    guard let handle = FileHandle(forReadingAtPath: path) else { throw .unreadable(path) }
    let data: Data
    // Nil is the end of the file: an empty one.
    do { data = try handle.read(upToCount: limit + 1) ?? Data() } catch { throw .unreadable(path) }
    guard data.count <= limit else {
      let bound = limit >= 1 << 20 ? "\(limit >> 20) MiB" : "\(limit >> 10) KiB"
      throw .unusable(file: path, explanation: "it is over \(bound)")
    }
    return data
  }
}
