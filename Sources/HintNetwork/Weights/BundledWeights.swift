import Foundation

/// The weights that come with the package: the default of every learned method.
public enum BundledWeights {
  /// Names a folder to look in instead of the package's own.
  public static let folderVariable = "HINTBENCH_WEIGHTS"

  /// The file for a variant: `local-hints.safetensors` or `global-hints.safetensors`.
  public static func fileName(of variant: HintNetworkArchitecture.Variant) -> String {
    "\(variant.rawValue)-hints.safetensors"
  }

  /// Where the weights of a variant lie; nil where they are not with the program.
  public static func path(of variant: HintNetworkArchitecture.Variant) -> String? {
    let path = folder + "/" + fileName(of: variant)
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  /// Whether a file is one of the program's own, and not of a folder that somebody named.
  public static func isOwn(_ path: String) -> Bool { path.hasPrefix(ownFolder + "/") }

  private static var folder: String {
    ProcessInfo.processInfo.environment[folderVariable] ?? ownFolder
  }

  /// A build puts them beside the program.
  private static var ownFolder: String {
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return program.deletingLastPathComponent()
      .appendingPathComponent("HintBench_HintNetwork.resources/Bundled").path
  }
}
