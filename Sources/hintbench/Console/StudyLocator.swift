import Experiments
import Foundation
import Prose

/// Finds study files: by path, or by name in the nearest `Studies` folder.
enum StudyLocator {
  /// The file of a study that a command can take, given as a path or a name.
  ///
  /// - Throws: ``ExperimentError/unknownStudy(name:known:)`` where there is none,
  ///   ``ExperimentError/otherKind(file:found:command:)`` where it is for another command.
  static func path(of study: String, for kind: StudyKind) throws(ExperimentError) -> String {
    let path = try path(of: study)
    if let found = StudyKind.of(path), found != kind {
      throw .otherKind(file: path, found: found.phrase, command: found.command)
    }
    return path
  }

  /// The file of a study of any kind, given as a path or a name.
  ///
  /// - Throws: ``ExperimentError/unknownStudy(name:known:)`` where there is none,
  ///   ``ExperimentError/isFolder(_:)`` for a folder.
  static func path(of study: String) throws(ExperimentError) -> String {
    let files = FileManager.default
    func existing(_ path: String) throws(ExperimentError) -> String {
      var isFolder: ObjCBool = false
      _ = files.fileExists(atPath: path, isDirectory: &isFolder)
      if isFolder.boolValue { throw .isFolder(path) }
      return path
    }
    if study.contains("/") || study.hasSuffix(".yaml") {
      if files.fileExists(atPath: study) { return try existing(study) }
      let near = NameSuggestion.nearest(to: study, in: declarations(beside: study))
      throw near.map { .unknownStudy(name: study, known: [$0]) } ?? .missing(study)
    }
    let folder = folder()
    let named = folder.map { "\($0)/\(study).yaml" }
    if let named, !study.isEmpty, files.fileExists(atPath: named) { return named }
    if !study.isEmpty, files.fileExists(atPath: study) { return try existing(study) }
    throw .unknownStudy(name: "'\(study)'", known: folder.map(names) ?? [])
  }

  /// All study files of the nearest `Studies` folder, sorted by name.
  static func all() -> [String] {
    guard let folder = folder() else { return [] }
    return names(in: folder).map { "\(folder)/\($0).yaml" }
  }

  /// The names of a folder's study files, sorted.
  private static func names(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }

  /// The paths of the files that lie where a missing one should.
  private static func declarations(beside path: String) -> [String] {
    let folder = (path as NSString).deletingLastPathComponent
    return names(in: folder.isEmpty ? "." : folder)
      .map { (folder.isEmpty ? "" : folder + "/") + $0 + ".yaml" }
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
