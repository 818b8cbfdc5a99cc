import DatabaseFiles
import GRDB
import PerceptualAnalysis
import PerceptualStudy

extension JudgeRecord {
  /// What the answers of a session amount to so far, by the rule of the analysis.
  init(_ database: Database, session: Session, rule: ExclusionRule) throws {
    let judgements = try Judgement.all(
      in: Row.fetchAll(
        database,
        cachedSQL: "SELECT * FROM answers WHERE session = ? ORDER BY position", session.id))
    self.init(judge: session.judge, judgements: judgements, rule: rule)
  }

  /// The limits that were broken; nil for a judge who counts.
  var exclusion: String? {
    breaches.isEmpty ? nil : breaches.map(\.reason.rawValue).joined(separator: ", ")
  }
}

extension Judgement {
  /// Reads rows of `answers` or `exported_answers`.
  ///
  /// - Throws: `UnusableDatabase` naming the row that is no answer.
  static func all(in rows: [Row]) throws -> [Judgement] {
    try rows.enumerated().map { index, row in
      do throws(PerceptualStudyError) {
        return try Judgement(row, file: "answers", number: index + 1)
      } catch {
        guard case .invalidTable(_, let number, let explanation) = error else { throw error }
        throw UnusableDatabase("row \(number) of its answers: \(explanation)")
      }
    }
  }
}
