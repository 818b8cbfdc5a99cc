import Declarations
import Foundation

/// Files that are read whole, up to a size.
enum BoundedFile {
  /// The bytes of a file.
  ///
  /// - Throws: ``PaintStudyError/missing(_:)``, ``PaintStudyError/unreadable(_:)``, and
  ///   ``PaintStudyError/unusable(file:explanation:)`` where it is longer than `limit`.
  static func read(_ path: String, limit: Int) throws(PaintStudyError) -> Data {
    let data: Data
    do { data = try DeclarationFile.bytes(path, limit: limit) } catch {
      throw PaintStudyError(error)
    }
    if let excess = DeclarationFile.excess(of: data, over: limit) {
      throw .unusable(file: path, explanation: excess)
    }
    return data
  }
}
