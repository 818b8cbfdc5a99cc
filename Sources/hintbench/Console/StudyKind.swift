import Declarations
import Experiments
import Foundation
import PaintStudy
import PerceptualStudy
import Training

/// The kinds of files that declare what a command does, told apart by the keys that only they have.
enum StudyKind: String, CaseIterable, Encodable {
  /// Simulated users: `hintbench run`.
  case run
  /// Real-vs-fake studies: `hintbench judge design`.
  case judge
  /// Studies of painting: `hintbench paint design`.
  case paint
  /// Training configurations: `hintbench train`.
  case training

  /// What a file of this kind is, in a sentence.
  var phrase: String {
    switch self {
    case .run: "a study of methods"
    case .judge: "a study of judges"
    case .paint: "a study of painters"
    case .training: "a training configuration"
    }
  }

  /// The command that takes a file of this kind.
  var command: String {
    switch self {
    case .run: "hintbench run"
    case .judge: "hintbench judge design"
    case .paint: "hintbench paint design"
    case .training: "hintbench train"
    }
  }

  /// Keys that no other kind has.
  private var ownKeys: Set<String> {
    switch self {
    case .run:
      [
        "version", "oracles", "points", "patch", "metrics", "strip", "published", "reference",
        "hue_rotation",
      ]
    case .judge: ["truth", "judges", "trials", "practice", "vigilance", "exposure", "exclusion"]
    case .paint: ["subjects", "seconds", "goal", "thanks"]
    case .training:
      [
        "network", "data", "augmentation", "hints", "globals", "optimizer", "loss", "phases",
        "validation", "checkpoint",
      ]
    }
  }

  /// The kind of a file, by most of its own keys; nil where no key, or no file, tells.
  static func of(_ path: String) -> StudyKind? {
    guard let data = try? DeclarationFile.bytes(path, limit: DeclarationFile.sizeLimit),
      let root = try? DeclarationFile.tree(of: data, file: path, examples: "Studies/"),
      let mapping = root.mapping
    else { return nil }
    let keys = mapping.keys.compactMap(\.string)
    let counts = allCases.map { kind in (kind, keys.filter(kind.ownKeys.contains).count) }
    guard let most = counts.max(by: { $0.1 < $1.1 }), most.1 > 0 else { return nil }
    return most.0
  }
}
