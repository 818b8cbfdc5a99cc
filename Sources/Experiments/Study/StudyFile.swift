import Crypto
import Declarations
import Foundation
import Prose

/// Reads study files and names every mistake in them.
public enum StudyFile {
  /// Reads a study.
  ///
  /// - Parameter path: of a YAML file.
  /// - Throws: ``ExperimentError/missing(_:)``, ``ExperimentError/unreadable(_:)``, or
  ///   ``ExperimentError/invalidStudy(file:problems:)`` with every mistake.
  public static func read(_ path: String) throws(ExperimentError) -> Study {
    try parse(SmallFile.read(path, limit: DeclarationFile.sizeLimit), file: path)
  }

  /// Reads a study from bytes; `file` names them in messages.
  public static func parse(_ data: Data, file: String) throws(ExperimentError) -> Study {
    do {
      return try DeclarationFile.content(
        of: data, file: file, examples: "Studies/",
        reader: StudyReader(hash: SHA256.hash(data: data).hexadecimal)
      ) { $0.study(from: $1) }
    } catch {
      throw ExperimentError(error)
    }
  }
}
