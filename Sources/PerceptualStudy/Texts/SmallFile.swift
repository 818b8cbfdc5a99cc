import Declarations
import Foundation

/// Files that are read whole, up to a size.
enum SmallFile {
  /// The bytes of a file.
  ///
  /// - Throws: ``PerceptualStudyError/missing(_:)``, ``PerceptualStudyError/unreadable(_:)``,
  ///   ``PerceptualStudyError/unusable(file:explanation:)`` where it is longer than `limit`.
  static func read(_ path: String, limit: Int) throws(PerceptualStudyError) -> Data {
    let data: Data
    do { data = try DeclarationFile.bytes(path, limit: limit) } catch {
      throw PerceptualStudyError(error)
    }
    guard data.count <= limit else {
      let bound = limit >= 1 << 20 ? "\(limit >> 20) MiB" : "\(limit >> 10) KiB"
      throw .unusable(file: path, explanation: "it is over \(bound)")
    }
    return data
  }
}
