import Foundation

/// A folder of its own for a test, removed with the last reference to it.
public final class ScratchFolder: Sendable {
  /// Where it is.
  public let path: String

  /// Makes it.
  public init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("hintbench-test-\(UUID().uuidString)").resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    path = folder.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a file in it.
  public func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Whether there is such a file.
  public func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: file(name))
  }

  /// A file's bytes.
  public func data(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: file(name)))
  }

  /// A file's text.
  public func text(_ name: String) throws -> String {
    String(decoding: try data(name), as: UTF8.self)
  }

  /// Writes a file.
  public func put(_ bytes: some Sequence<UInt8>, _ name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: file(name)))
  }

  /// Writes a text.
  public func put(_ text: String, _ name: String) throws { try put(Data(text.utf8), name) }

  /// Every file below a folder by its path there, with its bytes.
  public func files(below folder: String) throws -> [String: Data] {
    var found: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: file(folder)) {
      var isFolder: ObjCBool = false
      let path = "\(folder)/\(name)"
      let isThere = FileManager.default.fileExists(atPath: file(path), isDirectory: &isFolder)
      if isThere, !isFolder.boolValue { found[name] = try data(path) }
    }
    return found
  }
}
