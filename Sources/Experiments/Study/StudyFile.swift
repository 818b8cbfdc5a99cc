import Crypto
import Declarations
import Foundation
import Prose
import Yams

/// Reads study files and names every mistake in them.
public enum StudyFile {
  /// Reads a study.
  ///
  /// - Parameter path: of a YAML file.
  /// - Throws: ``ExperimentError/missing(_:)``, ``ExperimentError/unreadable(_:)``, or
  ///   ``ExperimentError/invalidStudy(file:problems:)`` with every mistake.
  public static func read(_ path: String) throws(ExperimentError) -> Study {
    return try parse(SmallFile.read(path, limit: DeclarationFile.sizeLimit), file: path)
  }

  /// Reads a study from bytes; `file` names them in messages.
  public static func parse(_ data: Data, file: String) throws(ExperimentError) -> Study {
    let root: Node
    do {
      root = try DeclarationFile.tree(of: data, file: file, examples: "Studies/")
    } catch {
      throw ExperimentError(error)
    }
    var reader = StudyReader(hash: SHA256.hash(data: data).hexadecimal)
    let study = reader.study(from: root)
    guard let study, reader.problems.isEmpty else {
      throw .invalidStudy(file: file, problems: reader.problems.sorted { $0.line < $1.line })
    }
    return study
  }
}
