import Declarations
import Foundation

/// Files that are read whole, up to a size.
enum SmallFile {
  /// The bytes of a file.
  ///
  /// - Throws: ``PerceptualStudyError/missing(_:)``, ``PerceptualStudyError/unreadable(_:)``,
  ///   ``PerceptualStudyError/unusable(file:explanation:)`` where it is a folder or longer than
  ///   `limit`.
  static func read(_ path: String, limit: Int) throws(PerceptualStudyError) -> Data {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw .unusable(file: path, explanation: "it is a folder; name a file in it")
    }
    let data: Data
    do { data = try DeclarationFile.bytes(path, limit: limit) } catch {
      throw PerceptualStudyError(error)
    }
    if let excess = DeclarationFile.excess(of: data, over: limit) {
      throw .unusable(file: path, explanation: excess)
    }
    return data
  }
}
