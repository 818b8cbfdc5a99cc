import GRDB
import PerceptualAnalysis
import PerceptualStudy

extension JudgeRecord {
  /// What the answers of a session amount to so far, by the rule of the analysis.
  init(_ database: Database, session: Session, rule: ExclusionRule) throws {
    let judgements = try Row.fetchAll(
      database,
      cachedSQL: "SELECT * FROM answers WHERE session = ? ORDER BY position", session.id
    ).map(Judgement.init)
    self.init(judge: session.judge, judgements: judgements, rule: rule)
  }

  /// The limits that were broken; nil for a judge who counts.
  var exclusion: String? {
    breaches.isEmpty ? nil : breaches.map(\.reason.rawValue).joined(separator: ", ")
  }
}

extension Judgement {
  /// Reads a row of `answers` or `exported_answers`.
  init(_ row: Row) {
    self.init(
      judge: row["judge"],
      trial: Trial(
        position: row["position"], kind: TrialKind(rawValue: row["kind"]) ?? .main,
        image: row["image"], method: row["method"], realFirst: row["real_first"] == 1),
      answer: NamedFake(rawValue: row["answer"]), reactionMilliseconds: row["reaction_ms"])
  }
}
