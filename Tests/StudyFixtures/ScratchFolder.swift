import Foundation

/// A folder of its own for a test, removed with the last reference to it.
public final class ScratchFolder: Sendable {
  /// Where it is.
  public let path: String

  /// Makes it.
  public init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("hintbench-study-\(UUID().uuidString)").resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    path = folder.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
