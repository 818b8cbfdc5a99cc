import Experiments
import Foundation

/// Finds study files: by path, or by name in the nearest `Studies` folder.
enum StudyLocator {
  /// The path of a study given as a path or a name.
  static func path(of study: String) -> String {
    let exists = FileManager.default.fileExists(atPath: study)
    if exists || study.contains("/") || study.hasSuffix(".yaml") { return study }
    return folder().map { "\($0)/\(study).yaml" } ?? study
  }

  /// All study files of the nearest `Studies` folder, sorted by name.
  static func all() -> [String] {
    guard let folder = folder(),
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    else { return [] }
    return names.filter { $0.hasSuffix(".yaml") }.sorted().map { "\(folder)/\($0)" }
  }

  /// `Studies` here, or above the running program (which a checkout builds into `.build`).
  private static func folder() -> String? {
    var candidates = ["Studies"]
    var program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    while program.path != "/" {
      program.deleteLastPathComponent()
      candidates.append(program.appendingPathComponent("Studies").path)
    }
    return candidates.first { FileManager.default.fileExists(atPath: $0) }
  }
}
