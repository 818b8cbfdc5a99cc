import Declarations
import Foundation

/// Reads study files of real-vs-fake studies and names every mistake in them.
public enum StudyDeclarationFile {
  /// Reads a study file.
  ///
  /// - Throws: ``PerceptualStudyError/missing(_:)``, ``PerceptualStudyError/unreadable(_:)``, or
  ///   ``PerceptualStudyError/invalidDeclaration(file:problems:)`` with every mistake.
  public static func read(_ path: String) throws(PerceptualStudyError) -> StudyDeclaration {
    let data: Data
    do { data = try DeclarationFile.bytes(path, limit: DeclarationFile.sizeLimit) } catch {
      throw PerceptualStudyError(error)
    }
    return try parse(data, file: path)
  }

  /// Reads a study file from bytes; `file` names them in messages.
  public static func parse(
    _ data: Data, file: String
  ) throws(PerceptualStudyError) -> StudyDeclaration {
    do {
      return try DeclarationFile.content(
        of: data, file: file, examples: "Studies/table2.yaml", reader: StudyDeclarationReader()
      ) { $0.declaration(from: $1) }
    } catch {
      throw PerceptualStudyError(error)
    }
  }
}
