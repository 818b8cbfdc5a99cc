import Declarations
import Foundation

/// Reads study files of painting studies, such as `Studies/novices.yaml`, and names every mistake in
/// them.
public enum PaintStudyFile {
  /// Reads a study file.
  ///
  /// - Throws: ``PaintStudyError/missing(_:)``, ``PaintStudyError/unreadable(_:)``, or
  ///   ``PaintStudyError/invalidDeclaration(file:problems:)`` with every mistake.
  public static func read(_ path: String) throws(PaintStudyError) -> PaintStudyDeclaration {
    do throws(DeclarationError) {
      let data = try DeclarationFile.bytes(path, limit: DeclarationFile.sizeLimit)
      return try parsed(data, file: path)
    } catch {
      throw PaintStudyError(error)
    }
  }

  /// Reads a study file from bytes; `file` names them in messages.
  public static func parse(
    _ data: Data, file: String
  ) throws(PaintStudyError) -> PaintStudyDeclaration {
    do throws(DeclarationError) {
      return try parsed(data, file: file)
    } catch {
      throw PaintStudyError(error)
    }
  }

  private static func parsed(
    _ data: Data, file: String
  ) throws(DeclarationError) -> PaintStudyDeclaration {
    let root = try DeclarationFile.tree(of: data, file: file, examples: "Studies/novices.yaml")
    var reader = PaintStudyReader()
    let declaration = reader.declaration(from: root)
    guard let declaration, reader.problems.isEmpty else {
      throw .mistakes(file: file, problems: reader.problems.sorted { $0.line < $1.line })
    }
    return declaration
  }
}
