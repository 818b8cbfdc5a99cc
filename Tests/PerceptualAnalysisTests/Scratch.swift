import Foundation

/// Files of tests.
enum Scratch {
  /// Lets a body use a folder that is removed afterwards.
  static func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("hintbench-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.path)
  }

  /// Lets a body use a file of a text.
  static func withFile<Result>(_ text: String, _ body: (String) throws -> Result) throws -> Result {
    try withFolder { folder in
      try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/file.csv"))
      return try body(folder + "/file.csv")
    }
  }
}
