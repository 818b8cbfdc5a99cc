import Foundation

/// Reads Prolific's demographic export and keeps the answers of those whose submission stands.
///
/// The export says who took part and how that ended; the answers are in the server's database, where
/// the same people stand as salted hashes.
public enum ProlificExport {
  /// Statuses of submissions that stand; of others the answers are dropped.
  static let standing: Set<String> = ["APPROVED", "AWAITING REVIEW", "PARTIALLY APPROVED"]

  /// Reads an export beside the database of its study.
  ///
  /// - Parameter design: the design that the answers should be to; nil to take any.
  public static func read(
    _ path: String, database: String, design: StudyDesign?
  ) throws(PerceptualStudyError) -> ImportedAnswers {
    let ((participant, status), rows) = try StudyTable.rows(
      path, limit: AnswersFile.sizeLimit
    ) { header throws(PerceptualStudyError) in
      let participant = try Self.column(
        ["participant id", "prolific participant id"], of: header, file: path)
      let status = try Self.column(["status"], of: header, file: path)
      return ((participant, status), max(participant, status) + 1)
    }
    let source = try ServerDatabase(database)
    let pseudonyms = Pseudonyms(salt: try source.salt())
    var statuses: [String: (row: Int, status: String)] = [:]
    var imported = ImportedAnswers()
    for (row, fields) in rows {
      let name = MTurkResults.trimmed(fields[participant])
      guard !name.isEmpty else {
        imported.dropped.append(.init(place: "row \(row)", reason: "it has no participant id"))
        continue
      }
      let worker = pseudonyms.full(name, of: "prolific")
      let written = Self.plain(fields[status]).uppercased()
      if let other = statuses[worker], standing.contains(other.status) { continue }
      statuses[worker] = (row, written)
    }
    let answers = try source.answers()
    if let design { try HintbenchAnswers.check(answers, against: design, file: database) }
    let (kept, dropped) = try judges(of: source, statuses, file: path)
    imported.notes = answers.notes
    imported.judgements = answers.judgements.filter { kept.contains($0.judge) }
    let answering = Set(answers.judgements.map(\.judge))
    imported.dropped += answers.dropped + dropped.filter { answering.contains($0.judge) }.map(\.1)
    return imported
  }

  private static func column(
    _ names: [String], of header: [String], file: String
  ) throws(PerceptualStudyError) -> Int {
    guard let found = header.firstIndex(where: { names.contains(plain($0)) }) else {
      throw .invalidTable(
        file: file, row: 1,
        explanation: "has no column '\(names[0])'; is it the demographic export?")
    }
    return found
  }

  /// Who is kept, and why the others are not.
  private static func judges(
    of source: ServerDatabase, _ statuses: [String: (row: Int, status: String)], file: String
  ) throws(PerceptualStudyError) -> (
    kept: Set<String>, dropped: [(judge: String, ImportedAnswers.Dropped)]
  ) {
    var kept: Set<String> = []
    var dropped: [(judge: String, ImportedAnswers.Dropped)] = []
    for judge in try source.judges() {
      let reason: String
      if let worker = judge.worker {
        if let found = statuses[worker] {
          if standing.contains(found.status) {
            kept.insert(judge.name)
            continue
          }
          reason = "row \(found.row) of the export says \(found.status)"
        } else {
          reason = "is not in the export"
        }
      } else {
        reason = "was not sent by a recruiting site"
      }
      dropped.append((judge.name, .init(place: "judge \(judge.name)", reason: reason)))
    }
    return (kept, dropped)
  }

  /// Lower case, with spaces for hyphens and underscores.
  private static func plain(_ text: String) -> String {
    String(text.lowercased().map { $0 == "_" || $0 == "-" ? " " : $0 })
      .trimmingCharacters(in: .whitespaces)
  }
}
