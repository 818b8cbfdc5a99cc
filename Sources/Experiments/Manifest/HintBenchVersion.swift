import Foundation

/// Which HintBench this is.
public enum HintBenchVersion {
  /// As in CHANGELOG.md.
  public static let current = "0.1.0"

  /// The commit of the checkout that holds the running program, where there is one.
  static func commit() -> String? {
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let folder = program.deletingLastPathComponent().path
    return Shell.output("git", ["-C", folder, "rev-parse", "HEAD"])
  }
}
