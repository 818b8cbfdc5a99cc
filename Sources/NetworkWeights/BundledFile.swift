import Foundation

/// A weights file that comes with the package, in a module's folder `Bundled`.
public struct BundledFile: Sendable {
  /// Names a folder to look in instead of the package's own.
  public static let folderVariable = "HINTBENCH_WEIGHTS"

  /// The file's name.
  public let name: String
  /// The module whose resource it is.
  public let module: String

  /// Names a file.
  public init(_ name: String, of module: String) {
    self.name = name
    self.module = module
  }

  /// Where it lies; nil where it is not with the program.
  public var path: String? {
    let folder = ProcessInfo.processInfo.environment[Self.folderVariable] ?? ownFolder
    let path = folder + "/" + name
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  /// Whether a path is the program's own file, and not of a folder that somebody named.
  public func isOwn(_ path: String) -> Bool { path == ownFolder + "/" + name }

  /// A build puts resources beside the program.
  private var ownFolder: String {
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return program.deletingLastPathComponent()
      .appendingPathComponent("HintBench_\(module).resources/Bundled").path
  }
}
