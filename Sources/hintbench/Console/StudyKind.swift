import Declarations
import Experiments
import Foundation
import PerceptualStudy

/// The kinds of study files, told apart by the keys that only they have.
enum StudyKind: String {
  /// Simulated users: `hintbench run`.
  case run
  /// Real-vs-fake studies: `hintbench judge design`.
  case judge

  /// The kind of a file; `run`, which names every mistake, for what is none.
  static func of(_ path: String) -> StudyKind {
    guard let data = try? DeclarationFile.bytes(path, limit: DeclarationFile.sizeLimit),
      let root = try? DeclarationFile.tree(of: data, file: path, examples: "Studies/"),
      root.mapping?["judges"] != nil || root.mapping?["truth"] != nil
    else { return .run }
    return .judge
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
    }
  }
}
