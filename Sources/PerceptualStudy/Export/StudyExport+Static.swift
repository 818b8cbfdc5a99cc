import Files
import Foundation

extension StudyExport {
  /// What a judge's page is told of a trial.
  private struct ShownTrial: Encodable {
    let position: Int
    let kind: String
    let image: String
    let method: String
    let realFirst: Bool
    let first: String
    let second: String
  }

  private struct Settings: Encodable {
    let study: String
    let hash: String
    let judges: Int
    let breakEvery: Int
    let feedback: Int
    let exposure: Exposure
    let header: [String]
  }

  /// A folder that shows the study from any web server.
  func writeStatic(into staged: StagedFolder) throws(PerceptualStudyError) {
    try staged.make("schedules")
    try staged.make(PicturePreparation.folder)
    for path in Set(design.pictures.flatMap { [$0.real] + $0.fakes.values }).sorted() {
      try staged.copy("\(folder)/\(path)", to: path)
    }
    let pictures = design.picturesByImage
    for schedule in design.schedules {
      let trials = schedule.trials.compactMap { trial -> ShownTrial? in
        guard let picture = pictures[ExactName(trial.image)], let fake = picture.fakes[trial.method]
        else {
          return nil
        }
        return ShownTrial(
          position: trial.position, kind: trial.kind.rawValue, image: trial.image,
          method: trial.method, realFirst: trial.realFirst,
          first: trial.realFirst ? picture.real : fake,
          second: trial.realFirst ? fake : picture.real)
      }
      guard trials.count == schedule.trials.count else {
        throw .damagedDesign(
          file: "\(folder)/\(DesignFolder.designFile)",
          reason: "judge \(schedule.judge) is shown a picture that it does not hold")
      }
      try staged.write(try json(trials), to: "schedules/\(schedule.judge).json")
    }
    let settings = Settings(
      study: design.study, hash: design.hash, judges: design.schedules.count,
      breakEvery: design.breakEvery, feedback: PageBody.feedbackMilliseconds,
      exposure: design.exposure, header: AnswersFile.header)
    try staged.write(try json(settings), to: "study.json")
    try staged.write(Data(ShowScript.style.utf8), to: "style.css")
    try staged.write(Data(ShowScript.text.utf8), to: "show.js")
    try staged.write(Data(StaticPage.script.utf8), to: "study.js")
    let page = StaticPage(
      design: design, consent: try text(DesignFolder.consentFile),
      debriefing: design.debriefing == nil ? "" : try text(DesignFolder.debriefingFile))
    try staged.write(Data(page.html.utf8), to: "index.html")
    try staged.write(Data(ExportNotes.pages(design).utf8), to: "README.md")
  }

  private func json(_ value: some Encodable) throws(PerceptualStudyError) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do { return try encoder.encode(value) } catch {
      throw .damagedDesign(file: DesignFolder.designFile, reason: "a number in it is not finite")
    }
  }
}
