import Files
import Foundation
import PaintServer
import Painting

/// All that was painted for a study, read from its log.
public struct StudyRecords: Sendable {
  /// The design's folder.
  public let folder: String
  /// The design.
  public let design: PaintStudyDesign
  /// The log's file.
  public let database: String
  /// Pictures that somebody began, by subject and position.
  public let pictures: [PaintedPicture]

  /// Reads the log of a study.
  ///
  /// - Parameters:
  ///   - folder: of the design.
  ///   - database: the log; nil for the one in the folder, of people where there is one, else of
  ///     simulated painters.
  /// - Throws: ``PaintStudyError/foreignLog(file:reason:)`` for a log of something else,
  ///   ``PaintStudyError/noPaintings(file:)``, and what reading throws.
  public init(_ folder: String, database: String? = nil) throws(PaintStudyError) {
    let design = try PaintStudyFolder.read(folder)
    let path = database ?? Self.usualDatabase(folder)
    let log = try PaintStudyError.wrapping { () throws(PaintServerError) in
      try PaintingLog(existing: path)
    }
    defer { log.close() }
    let plans = Dictionary(design.subjects.map { ($0.subject, $0) }) { first, _ in first }
    var pictures: [PaintedPicture] = []
    for session in try PaintStudyError.wrapping({ () throws(PaintServerError) in
      try log.sessions()
    }) {
      guard let subject = SubjectName(session.subject), let plan = plans[subject.number] else {
        throw .foreignLog(file: path, reason: "it has a session of '\(session.subject)'")
      }
      let paintings = try PaintStudyError.wrapping { () throws(PaintServerError) in
        try log.paintings(of: session.id)
      }
      for painting in paintings {
        let task = try Self.task(of: painting, plan: plan, design: design, file: path)
        let events = try PaintStudyError.wrapping { () throws(PaintServerError) in
          try log.events(of: painting.id)
        }
        let record = PaintedPicture(
          subject: subject, task: task, events: events.map(\.event),
          isFinished: painting.finishedAt != nil)
        if let record { pictures.append(record) }
      }
    }
    guard !pictures.isEmpty else { throw .noPaintings(file: path) }
    self.folder = folder
    self.design = design
    self.database = path
    self.pictures = pictures.sorted {
      ($0.subject.order, $0.task.position) < ($1.subject.order, $1.task.position)
    }
  }

  /// Finished pictures of the study proper.
  public var counted: [PaintedPicture] { pictures.filter(\.counts) }

  /// Plans that nobody has finished yet, by number.
  public var openPlans: [Int] {
    let done = Dictionary(grouping: pictures.filter(\.isFinished), by: \.subject)
      .mapValues(\.count)
    return design.subjects.filter { plan in
      !done.contains { $0.key.number == plan.subject && $0.value == plan.tasks.count }
    }.map(\.subject)
  }

  /// Whether a program painted any of it.
  public var isSimulated: Bool { pictures.contains { $0.subject.isSimulated } }

  /// A sentence for whoever reads the results of simulated painters; nil where people painted.
  public var caution: String? {
    guard isSimulated else { return nil }
    let all = pictures.allSatisfy { $0.subject.isSimulated }
    return (all ? "SIMULATED: no person painted here. " : "PARTLY SIMULATED: ")
      + "Programs that know the true colours painted these pictures; what they show is what was "
      + "assumed of them, not what people do."
  }

  private static func usualDatabase(_ folder: String) -> String {
    let people = folder + "/" + PaintStudyFolder.databaseFile
    let simulated = folder + "/" + PaintStudyFolder.simulatedFile
    let manager = FileManager.default
    return !manager.fileExists(atPath: people) && manager.fileExists(atPath: simulated)
      ? simulated : people
  }

  private static func task(
    of painting: LoggedPainting, plan: SubjectPlan, design: PaintStudyDesign, file: String
  ) throws(PaintStudyError) -> PaintTask {
    guard let key = StudyKey(painting.key),
      key.design == StudyKey(design: design.hash, image: "").design
    else { throw .foreignLog(file: file, reason: "it holds paintings of another design") }
    guard plan.tasks.indices.contains(painting.position - 1),
      ExactName(plan.tasks[painting.position - 1].image) == ExactName(key.image)
    else {
      throw .foreignLog(
        file: file, reason: "subject \(plan.subject) painted '\(key.image)' out of turn")
    }
    return plan.tasks[painting.position - 1]
  }
}

extension SubjectName {
  /// By plan, then visit; people first.
  fileprivate var order: Int { number * 1_000_000 + visit * 2 + (isSimulated ? 1 : 0) }
}

extension PaintStudyError {
  /// Runs what a log does, with its errors as ours.
  static func wrapping<Value>(
    _ body: () throws(PaintServerError) -> Value
  ) throws(PaintStudyError) -> Value {
    do { return try body() } catch {
      if case .missing(let path) = error { throw .missing(path) }
      throw .server(error)
    }
  }
}
