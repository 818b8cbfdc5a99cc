import Foundation

/// Reads the results files of MTurk's requester site, of the authors' page and of ours.
///
/// The method is the folder of the picture that is not the real one, and an answer names the side of
/// the fake, as the authors' `process_csv.py` has it. Unlike there, `unset` is no answer.
public struct MTurkResults: Sendable {
  /// Pairs at the start of a row that are practice, where no design says so; the authors' default.
  public static let usualPractice = 10

  private let design: StudyDesign?
  private let practice: Int?
  private let pseudonyms: Pseudonyms

  /// Prepares reading.
  ///
  /// - Parameters:
  ///   - design: the design that the batch was made from, which says what each trial was for.
  ///   - practice: pairs of practice; nil for the design's, or ``usualPractice``.
  ///   - pseudonyms: for workers.
  public init(design: StudyDesign?, practice: Int?, pseudonyms: Pseudonyms) {
    self.design = design
    self.practice = practice
    self.pseudonyms = pseudonyms
  }

  /// Reads a file.
  ///
  /// - Throws: ``PerceptualStudyError/invalidTable(file:row:explanation:)`` for what is no such file.
  public func read(_ path: String) throws(PerceptualStudyError) -> ImportedAnswers {
    let (columns, rows) = try StudyTable.rows(path, limit: AnswersFile.sizeLimit) {
      header throws(PerceptualStudyError) in
      let columns = try MTurkColumns(header, file: path)
      return (columns, columns.needed)
    }
    let practice = practice ?? Self.usualPractice
    guard design != nil || practice < columns.pairs else {
      throw .invalidTable(
        file: path, row: 1,
        explanation: "has \(columns.pairs) pairs, which would all be practice; give --practice N")
    }
    var reader = RowReader(
      file: path, columns: columns, practice: practice, schedules: schedulesByRow)
    var imported = ImportedAnswers()
    var assignments: [String: Int] = [:]
    /// How many positions each worker's earlier assignments took.
    var taken: [String: Int] = [:]
    for (row, fields) in rows {
      func drop(_ reason: String) {
        imported.dropped.append(.init(place: "row \(row)", reason: reason))
      }
      // What is dropped need not be readable.
      if columns.status.map({ Self.word(fields[$0]) }) == "rejected" {
        drop("the assignment was rejected")
        continue
      }
      let assignment = columns.assignment.map { Self.trimmed(fields[$0]) } ?? ""
      if let first = assignments[assignment] {
        drop("the assignment stands in row \(first) already")
        continue
      }
      if !assignment.isEmpty { assignments[assignment] = row }
      var judge = "row-\(row)"
      if let column = columns.worker {
        let worker = Self.trimmed(fields[column])
        guard !worker.isEmpty else {
          drop("it has no WorkerId")
          continue
        }
        judge = pseudonyms.short(worker, of: "mturk")
      }
      let trials = try reader.trials(fields, row: row)
      let offset = taken[judge, default: 0]
      taken[judge] = offset + trials.count
      imported.judgements += trials.map { $0.judgement(of: judge, after: offset) }
    }
    if columns.worker == nil {
      imported.notes.append("there is no column WorkerId; each row counts as a judge")
    }
    let repeated = taken.count { $1 > columns.pairs }
    if repeated > 0 {
      imported.notes.append(
        (repeated == 1 ? "1 worker" : "\(repeated) workers")
          + " did more than one assignment; positions go on counting")
    }
    if design == nil {
      imported.notes.append(Self.note(practice: practice))
    }
    return imported
  }

  private static func note(practice: Int) -> String {
    switch practice {
    case 0: "no pair counts as practice"
    case 1: "the first pair of each row counts as practice"
    default: "the first \(practice) pairs of each row count as practice"
    }
  }

  /// A cell without blanks at its ends.
  static func trimmed(_ cell: String) -> String {
    cell.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// A word that a program or a person wrote: capitals count as small letters.
  static func word(_ cell: String) -> String { trimmed(cell).lowercased() }

  /// The design's schedules by their fields in the batch; nil without a design.
  private var schedulesByRow: [[String]: JudgeSchedule]? {
    design.map { design in
      Dictionary(design.schedules.map { (MTurkBatch.row($0), $0) }) { first, _ in first }
    }
  }

  /// A pair as a row states it.
  struct Answered {
    let trial: Trial
    let answer: NamedFake?
    let reaction: Double?

    func judgement(of judge: String, after offset: Int) -> Judgement {
      let moved = Trial(
        position: trial.position + offset, kind: trial.kind, image: trial.image,
        method: trial.method, realFirst: trial.realFirst)
      return Judgement(
        judge: judge, trial: moved, answer: answer, reactionMilliseconds: reaction)
    }
  }
}
