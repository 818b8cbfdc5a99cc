import Files
import Foundation
import NIOCore
import PerceptualStudy

/// A study as it is served: its design, its texts and its pictures.
struct ServedStudy: Sendable {
  /// What is shown to whom.
  let design: StudyDesign
  /// What judges agree to.
  let consent: String
  /// What judges are told at the end.
  let debriefing: String
  /// The pictures.
  let pictures: StimulusPictures

  private let schedules: [Int: JudgeSchedule]
  private let images: [ExactName: StudyPicture]

  /// Reads a design's folder.
  init(_ folder: String) throws(StudyServerError) {
    let design: StudyDesign
    do throws(PerceptualStudyError) {
      design = try DesignFolder.verify(folder)
    } catch {
      throw .design(error)
    }
    consent = try Self.text(DesignFolder.consentFile, in: folder)
    debriefing =
      design.debriefing == nil ? "" : try Self.text(DesignFolder.debriefingFile, in: folder)
    self.design = design
    pictures = try StimulusPictures(of: design, in: folder)
    schedules = Dictionary(
      design.schedules.map { ($0.judge, $0) }, uniquingKeysWith: { first, _ in first })
    images = design.picturesByImage
    for trial in design.schedules.flatMap(\.trials) {
      for slot in NamedFake.allCases where picture(of: trial, slot) == nil {
        throw .design(
          .damagedDesign(
            file: folder + "/" + DesignFolder.designFile,
            reason: "it has no picture of '\(trial.image)' by '\(trial.method)'"))
      }
    }
  }

  /// A text whose hash is checked already.
  private static func text(_ name: String, in folder: String) throws(StudyServerError) -> String {
    let data = FileManager.default.contents(atPath: folder + "/" + name)
    guard let text = data.flatMap({ String(data: $0, encoding: .utf8) }) else {
      throw .design(.damagedDesign(file: folder + "/" + name, reason: "it is no UTF-8 text"))
    }
    return text
  }

  /// The cells' numbers, ascending.
  var cells: [Int] { schedules.keys.sorted() }

  /// The trials of a cell, in order.
  func trials(of cell: Int) -> [Trial] { schedules[cell]?.trials ?? [] }

  /// The picture file that a trial shows first or second.
  func picture(of trial: Trial, _ slot: NamedFake) -> ByteBuffer? {
    Self.file(of: trial, slot, among: images).flatMap { pictures[$0] }
  }

  /// The name of the picture file that a trial shows first or second.
  static func file(
    of trial: Trial, _ slot: NamedFake, among images: [ExactName: StudyPicture]
  ) -> String? {
    guard let picture = images[ExactName(trial.image)] else { return nil }
    return slot == trial.fake ? picture.fakes[trial.method] : picture.real
  }
}
