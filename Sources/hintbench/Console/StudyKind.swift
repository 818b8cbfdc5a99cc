import Declarations
import Experiments
import Foundation
import PaintStudy
import PerceptualStudy

/// The kinds of study files, told apart by the keys that only they have.
enum StudyKind: String {
  /// Simulated users: `hintbench run`.
  case run
  /// Real-vs-fake studies: `hintbench judge design`.
  case judge
  /// Studies of painting: `hintbench paint design`.
  case paint

  /// The kind of a file; `run`, which names every mistake, for what is none.
  static func of(_ path: String) -> StudyKind {
    guard let data = try? DeclarationFile.bytes(path, limit: DeclarationFile.sizeLimit),
      let root = try? DeclarationFile.tree(of: data, file: path, examples: "Studies/"),
      let keys = root.mapping
    else { return .run }
    if keys["subjects"] != nil { return .paint }
    return keys["judges"] != nil || keys["truth"] != nil ? .judge : .run
  }

  /// Name and title of a correct file.
  static func describe(_ path: String) throws -> (kind: StudyKind, name: String, title: String) {
    let kind = of(path)
    switch kind {
    case .run:
      let study = try StudyFile.read(path)
      return (kind, study.name, study.title)
    case .judge:
      let study = try StudyDeclarationFile.read(path)
      return (kind, study.study, study.title ?? study.study)
    case .paint:
      let study = try PaintStudyFile.read(path)
      return (kind, study.study, study.title ?? study.study)
    }
  }
}
