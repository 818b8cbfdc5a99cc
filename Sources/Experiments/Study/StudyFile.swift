import Crypto
import Foundation
import Yams

/// Reads study files and names every mistake in them.
public enum StudyFile {
  /// Largest study file read, in bytes.
  static let sizeLimit = 1 << 20

  /// Reads a study.
  ///
  /// - Parameter path: of a YAML file.
  /// - Throws: ``ExperimentError/missing(_:)``, ``ExperimentError/unreadable(_:)``, or
  ///   ``ExperimentError/invalidStudy(file:problems:)`` with every mistake.
  public static func read(_ path: String) throws(ExperimentError) -> Study {
    return try parse(SmallFile.read(path, limit: sizeLimit), file: path)
  }

  /// Reads a study from bytes; `file` names them in messages.
  public static func parse(_ data: Data, file: String) throws(ExperimentError) -> Study {
    func invalid(_ line: Int, _ explanation: String) -> ExperimentError {
      .invalidStudy(
        file: file, problems: [StudyProblem(line: line, key: "", explanation: explanation)])
    }
    guard data.count <= sizeLimit else { throw invalid(1, "is over 1 MB; no study is that long") }
    guard let text = String(data: data, encoding: .utf8) else {
      throw invalid(1, "is not UTF-8 text")
    }
    if let line = YAMLAliases.firstLine(in: text) {
      throw invalid(
        line,
        "has a word that begins with & or *: studies may not use anchors and aliases; reword it")
    }
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw invalid(error.line, error.summary)
    } catch {
      throw invalid(1, "is not YAML: \(error)")
    }
    guard let root else { throw invalid(1, "is empty; see Studies/ for examples") }
    var reader = StudyReader(hash: SHA256.hash(data: data).hex)
    let study = reader.study(from: root)
    guard let study, reader.problems.isEmpty else {
      throw .invalidStudy(file: file, problems: reader.problems.sorted { $0.line < $1.line })
    }
    return study
  }
}

extension YamlError {
  fileprivate var line: Int {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    case .reader, .writer, .emitter, .memory, .no, .representer, .dataCouldNotBeDecoded,
      .duplicatedKeysInMapping:
      duplicateLine ?? 1
    @unknown default: 1
    }
  }

  private var duplicateLine: Int? {
    if case .duplicatedKeysInMapping(_, let context) = self { context.mark.line } else { nil }
  }

  fileprivate var summary: String {
    switch self {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
      .composer(_, let problem, _, _):
      "is not YAML: \(problem)"
    case .duplicatedKeysInMapping(let duplicates, _):
      "names a key twice: \(duplicates.map { "\($0)" }.sorted().joined(separator: ", "))"
    default: "is not YAML"
    }
  }
}

extension Digest {
  /// The digest in lower-case hexadecimal.
  var hex: String { map { String(format: "%02x", $0) }.joined() }
}
