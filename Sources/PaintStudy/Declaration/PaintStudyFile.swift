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
    let data: Data
    do { data = try DeclarationFile.bytes(path, limit: DeclarationFile.sizeLimit) } catch {
      throw PaintStudyError(error)
    }
    return try parse(data, file: path)
  }

  /// Reads a study file from bytes; `file` names them in messages.
  public static func parse(
    _ data: Data, file: String
  ) throws(PaintStudyError) -> PaintStudyDeclaration {
    do {
      return try DeclarationFile.content(
        of: data, file: file, examples: "Studies/novices.yaml", reader: PaintStudyReader()
      ) { $0.declaration(from: $1) }
    } catch {
      throw PaintStudyError(error)
    }
  }
}
