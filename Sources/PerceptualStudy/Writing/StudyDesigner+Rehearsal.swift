import Foundation

extension StudyDesigner {
  /// Makes the whole design, pictures included, and leaves nothing on the disk: what ``write(into:)``
  /// would say, and throw.
  ///
  /// - Parameter folder: where the design would go; a design that is there already is looked at.
  public func rehearse(for folder: String) throws(PerceptualStudyError) -> Report {
    let manager = FileManager.default
    if manager.fileExists(atPath: "\(folder)/\(DesignFolder.designFile)") {
      return try write(into: folder)
    }
    if let name = Self.ownNames.first(where: { manager.fileExists(atPath: "\(folder)/\($0)") }) {
      throw .occupied(folder: folder, holds: "\(name), but no design")
    }
    let scratch = manager.temporaryDirectory
      .appendingPathComponent("hintbench-design-\(UUID().uuidString)").path
    defer { try? manager.removeItem(atPath: scratch) }
    return try write(into: scratch)
  }
}
