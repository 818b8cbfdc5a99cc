import Declarations
import Foundation

/// Reads study files of real-vs-fake studies and names every mistake in them.
public enum StudyDeclarationFile {
  /// Reads a study file.
  ///
  /// - Throws: ``PerceptualStudyError/missing(_:)``, ``PerceptualStudyError/unreadable(_:)``, or
  ///   ``PerceptualStudyError/invalidDeclaration(file:problems:)`` with every mistake.
  public static func read(_ path: String) throws(PerceptualStudyError) -> StudyDeclaration {
    do {
      let data = try DeclarationFile.bytes(path, limit: DeclarationFile.sizeLimit)
      return try parsed(data, file: path)
    } catch {
      throw PerceptualStudyError(error)
    }
  }

  /// Reads a study file from bytes; `file` names them in messages.
  public static func parse(
    _ data: Data, file: String
  ) throws(PerceptualStudyError) -> StudyDeclaration {
    do {
      return try parsed(data, file: file)
    } catch {
      throw PerceptualStudyError(error)
    }
  }

  private static func parsed(
    _ data: Data, file: String
  ) throws(DeclarationError) -> StudyDeclaration {
    let root = try DeclarationFile.tree(of: data, file: file, examples: "Studies/table2.yaml")
    var reader = StudyDeclarationReader()
    let declaration = reader.declaration(from: root)
    guard let declaration, reader.problems.isEmpty else {
      throw .mistakes(file: file, problems: reader.problems.sorted { $0.line < $1.line })
    }
    return declaration
  }
}
