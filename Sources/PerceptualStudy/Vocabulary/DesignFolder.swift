import Foundation

/// The folder that `hintbench judge design` leaves.
public enum DesignFolder {
  /// The design's file in it.
  public static let designFile = "design.json"
  /// The schedules' file in it.
  public static let trialsFile = "trials.csv"
  /// What judges agree to, as Markdown.
  public static let consentFile = "consent.md"
  /// What judges are told afterwards, as Markdown.
  public static let debriefingFile = "debriefing.md"
  /// Largest design read, in bytes: 1 GiB.
  public static let sizeLimit = 1 << 30

  /// Reads the design of a folder. Only ``verify(_:)`` also looks at its hash.
  ///
  /// - Throws: ``PerceptualStudyError/damagedDesign(file:reason:)`` for what is no design.
  public static func read(_ folder: String) throws(PerceptualStudyError) -> StudyDesign {
    let path = folder + "/" + designFile
    func damaged(_ reason: String) -> PerceptualStudyError {
      .damagedDesign(file: path, reason: reason)
    }
    let data: Data
    do throws(PerceptualStudyError) {
      data = try SmallFile.read(path, limit: sizeLimit)
    } catch {
      if case .unusable(_, let explanation) = error { throw damaged(explanation) }
      throw error
    }
    let design: StudyDesign
    do {
      design = try JSONDecoder().decode(StudyDesign.self, from: data)
    } catch {
      throw damaged("it is not what a design is written as")
    }
    if let fault = design.fault { throw damaged(fault) }
    return design
  }

  /// Reads the design of a folder and checks that nothing was changed since it was made: schedules,
  /// texts, and every byte of the pictures.
  ///
  /// - Throws: ``PerceptualStudyError/damagedDesign(file:reason:)`` naming what was changed.
  @discardableResult
  public static func verify(_ folder: String) throws(PerceptualStudyError) -> StudyDesign {
    let design = try read(folder)
    guard try DesignHash.hash(of: design, in: folder) == design.hash else {
      throw .damagedDesign(
        file: folder + "/" + designFile,
        reason: "it, or a picture of it, was changed after it was made: its hash does not fit")
    }
    try check(trialsFile, in: folder, against: DesignHash.sha256(TrialsFile.data(design.schedules)))
    try check(consentFile, in: folder, against: design.consent.hash)
    if let debriefing = design.debriefing {
      try check(debriefingFile, in: folder, against: debriefing.hash)
    }
    return design
  }

  private static func check(
    _ name: String, in folder: String, against hash: String
  ) throws(PerceptualStudyError) {
    let path = folder + "/" + name
    guard try DesignHash.sha256(SmallFile.read(path, limit: sizeLimit)) == hash else {
      throw .damagedDesign(file: path, reason: "it was changed after the design was made")
    }
  }
}
