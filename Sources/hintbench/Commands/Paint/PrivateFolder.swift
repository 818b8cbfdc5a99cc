import Foundation

/// A folder in the system's place for temporary files that only its owner may read.
struct PrivateFolder {
  /// Where it is.
  let path: String

  /// Makes it.
  init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("hintbench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    path = folder.path
  }

  /// Removes it and all that is in it.
  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
