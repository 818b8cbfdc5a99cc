import Files
import Foundation
import PaintServer
import Prose

/// A painting study as a policy of the painting server: who paints what, with what and how long.
///
/// It opens grey pictures only, whose names tell nothing.
public struct StudyPainting: PaintingPolicy {
  /// The design.
  public let design: PaintStudyDesign
  /// What is shown before the first picture and after the last.
  public let introduction: PaintingIntroduction?
  /// Nobody brings pictures.
  public let allowsUploads = false
  /// Pictures are painted in their order, each in its time.
  public let isFree = false
  /// Visits of each subject's plan.
  public let rounds: Int

  private let folder: String
  private let plans: [Int: SubjectPlan]

  /// Reads a design's folder; every grey picture and text must be as it was made.
  ///
  /// - Parameter rounds: how many visits each plan gets, at least 1.
  /// - Throws: ``PaintStudyError``.
  public init(_ folder: String, rounds: Int = 1) throws(PaintStudyError) {
    let design = try PaintStudyFolder.read(folder)
    for picture in design.pictures { _ = try PaintStudyFolder.gray(picture, in: folder) }
    let consent = try PaintStudyFolder.text(
      PaintStudyFolder.consentFile, of: design.consent, in: folder)
    let thanks = try PaintStudyFolder.text(
      PaintStudyFolder.thanksFile, of: design.thanks, in: folder)
    self.design = design
    self.folder = folder
    self.rounds = max(rounds, 1)
    introduction = PaintingIntroduction(
      title: design.title, consent: PaintTexts.paragraphs(consent), goal: design.goal,
      thanks: PaintTexts.paragraphs(thanks).joined(separator: "\n"))
    plans = Dictionary(design.subjects.map { ($0.subject, $0) }) { first, _ in first }
  }

  /// The method of the design.
  public var method: String { design.method }

  /// The next plan that has the fewest visits, or the one that is wished for.
  ///
  /// - Parameter wish: a plan's number, or `simulated-` and a number for a simulated painter; nil for
  ///   the next.
  public func subject(wish: String?, taken: [String]) throws(PaintRefusal) -> String {
    let visits = taken.compactMap(SubjectName.init)
    guard let wish else {
      let counts = Dictionary(grouping: visits.filter { !$0.isSimulated }, by: \.number)
        .mapValues(\.count)
      let next = design.subjects.map(\.subject).min {
        (counts[$0] ?? 0, $0) < (counts[$1] ?? 0, $1)
      }
      guard let next, counts[next] ?? 0 < rounds else { throw .full }
      return SubjectName(number: next, visit: (counts[next] ?? 0) + 1).description
    }
    guard let wished = SubjectName(wish), wished.visit == 1, plans[wished.number] != nil else {
      throw .unknownSubject
    }
    let before = visits.count {
      $0.number == wished.number && $0.isSimulated == wished.isSimulated
    }
    return SubjectName(
      number: wished.number, visit: before + 1, isSimulated: wished.isSimulated
    ).description
  }

  /// The pictures of a subject's plan, numbered for the page.
  ///
  /// Simulated painters keep the time themselves: theirs is simulated too, and a slow server takes
  /// nothing from it.
  public func pictures(of subject: String) -> [OfferedPicture] {
    guard let name = SubjectName(subject), let plan = plans[name.number] else { return [] }
    let pictures = design.picturesByImage
    let learned = plan.tasks.count { $0.kind == .training }
    return plan.tasks.compactMap { task in
      pictures[ExactName(task.image)].map { picture in
        let isTraining = task.kind == .training
        return OfferedPicture(
          key: StudyKey(design: design.hash, image: task.image).description,
          title: isTraining ? "Training \(task.position)" : "Picture \(task.position - learned)",
          path: folder + "/" + picture.gray, arm: task.arm,
          seconds: name.isSimulated ? nil : task.seconds, isTraining: isTraining)
      }
    }
  }
}
