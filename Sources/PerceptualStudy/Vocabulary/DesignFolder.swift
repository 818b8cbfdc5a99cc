import Foundation

/// The folder that `hintbench judge design` leaves.
public enum DesignFolder {
  /// The design's file in it.
  public static let designFile = "design.json"

  /// Reads the design of a folder.
  ///
  /// - Throws: ``PerceptualStudyError/damagedDesign(file:reason:)`` for what is no design.
  public static func read(_ folder: String) throws(PerceptualStudyError) -> StudyDesign {
    let path = folder + "/" + designFile
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path) }
    guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path) }
    do {
      return try JSONDecoder().decode(StudyDesign.self, from: data)
    } catch {
      throw .damagedDesign(file: path, reason: "it is not what a design is written as")
    }
  }
}
