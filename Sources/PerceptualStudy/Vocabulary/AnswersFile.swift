import Files
import Foundation
import Tables

/// Answers in `answers.csv`: header `judge,position,kind,image,method,real_first,answer,reaction_ms`.
public enum AnswersFile {
  /// The columns, in order.
  public static let header = [
    "judge", "position", "kind", "image", "method", "real_first", "answer", "reaction_ms",
  ]
  /// Largest file read, in bytes: 512 MiB, some millions of answers.
  public static let sizeLimit = 512 << 20

  /// Reads answers in the order of the file. A row may lack its last cell, the reaction time, as
  /// spreadsheets leave out empty cells at the end.
  ///
  /// - Throws: ``PerceptualStudyError/invalidTable(file:row:explanation:)`` with the row counted
  ///   from 1, the header being row 1.
  public static func read(_ path: String) throws(PerceptualStudyError) -> [Judgement] {
    let rows = try StudyTable.rows(path, header: header, optional: 1, limit: sizeLimit)
    var judgements: [Judgement] = []
    judgements.reserveCapacity(rows.count)
    var seen: Set<ExactName> = []
    for (row, fields) in rows {
      let judgement = try self.judgement(fields, file: path, row: row)
      guard seen.insert(judgement.place).inserted else {
        throw .invalidTable(
          file: path, row: row,
          explanation: "judge '\(fields[0])' answers position \(fields[1]) a second time")
      }
      judgements.append(judgement)
    }
    return judgements
  }

  /// The bytes of a file of answers.
  public static func data(_ judgements: [Judgement]) -> Data {
    var csv = CSVWriter(header: header)
    for judgement in judgements {
      csv.append(
        [judgement.judge] + TrialsFile.fields(judgement.trial) + [
          judgement.answer?.rawValue ?? "",
          judgement.reactionMilliseconds.map { String(format: "%.1f", $0) } ?? "",
        ])
    }
    return csv.data
  }

  /// Writes a file of answers in one step: readers see the old bytes or the new.
  public static func write(
    _ judgements: [Judgement], to path: String
  ) throws(PerceptualStudyError) {
    do {
      try OutputFile.write(data(judgements), to: path)
    } catch {
      throw .unwritable(path, reason: error.reason)
    }
  }

  /// The judgement that eight fields state.
  static func judgement(
    _ fields: [String], file: String, row: Int
  ) throws(PerceptualStudyError) -> Judgement {
    func invalid(_ explanation: String) -> PerceptualStudyError {
      .invalidTable(file: file, row: row, explanation: explanation)
    }
    guard !fields[0].isEmpty else { throw invalid("has no judge") }
    let trial = try TrialsFile.trial(fields[1...5], file: file, row: row)
    let answer = NamedFake(rawValue: fields[6])
    guard answer != nil || fields[6].isEmpty else {
      throw invalid("answer '\(fields[6])' should be first, second or empty")
    }
    let reaction = Double(fields[7])
    guard reaction.map({ $0.isFinite && $0 >= 0 }) ?? fields[7].isEmpty else {
      throw invalid("reaction_ms '\(fields[7])' should be empty or a number from 0")
    }
    return Judgement(
      judge: fields[0], trial: trial, answer: answer, reactionMilliseconds: reaction)
  }
}
