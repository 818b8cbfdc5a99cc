import Foundation
import Yams

/// Files of declarations that people write by hand, in YAML without anchors and aliases.
public enum DeclarationFile {
  /// Largest file read, in bytes.
  public static let sizeLimit = 1 << 20

  /// The bytes of a file, at most one more than `limit`, so that the caller can tell a longer one.
  ///
  /// - Throws: ``DeclarationError/missing(_:)`` or ``DeclarationError/unreadable(_:)``.
  public static func bytes(_ path: String, limit: Int) throws(DeclarationError) -> Data {
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path) }
    guard let handle = FileHandle(forReadingAtPath: path) else { throw .unreadable(path) }
    do {
      // Nil is the end of the file: an empty one.
      return try handle.read(upToCount: limit + 1) ?? Data()
    } catch {
      throw .unreadable(path)
    }
  }

  /// What is wrong with a file's length, in a few words; nil where it is at most `limit` bytes.
  public static func excess(of data: Data, over limit: Int) -> String? {
    guard data.count > limit else { return nil }
    return limit >= 1 << 20 ? "it is over \(limit >> 20) MiB" : "it is over \(limit >> 10) KiB"
  }

  /// What a YAML text declares.
  ///
  /// - Parameters:
  ///   - file: names it in messages.
  ///   - examples: where there are examples, such as `Studies/`.
  ///   - reader: collects the mistakes.
  ///   - read: reads the tree.
  /// - Throws: ``DeclarationError/mistakes(file:problems:)`` with every mistake, by line.
  public static func content<Reader: DeclarationReader, Content>(
    of data: Data, file: String, examples: String, reader: Reader,
    _ read: (inout Reader, Node) -> Content?
  ) throws(DeclarationError) -> Content {
    let root = try tree(of: data, file: file, examples: examples)
    var reader = reader
    let content = read(&reader, root)
    guard let content, reader.problems.isEmpty else {
      throw .mistakes(file: file, problems: reader.problems.sorted { $0.line < $1.line })
    }
    return content
  }

  /// The tree of a YAML text.
  ///
  /// - Parameters:
  ///   - file: names it in messages.
  ///   - examples: where there are examples, such as `Studies/`.
  /// - Throws: ``DeclarationError/mistakes(file:problems:)`` for what is no plain YAML.
  public static func tree(
    of data: Data, file: String, examples: String
  ) throws(DeclarationError) -> Node {
    func invalid(_ line: Int, _ explanation: String) -> DeclarationError {
      .mistakes(
        file: file, problems: [DeclarationProblem(line: line, key: "", explanation: explanation)])
    }
    guard data.count <= sizeLimit else { throw invalid(1, "is over 1 MB; none is that long") }
    guard let text = String(data: data, encoding: .utf8) else {
      throw invalid(1, "is not UTF-8 text")
    }
    if let line = YAMLAliases.firstLine(in: text) {
      throw invalid(
        line, "has a word that begins with & or *: anchors and aliases are not used; reword it")
    }
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw invalid(error.line, error.summary)
    } catch {
      throw invalid(1, "is not YAML: \(error)")
    }
    guard let root else { throw invalid(1, "is empty; see \(examples) for examples") }
    return root
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
