import Foundation
import GRDB
import PerceptualAnalysis
import PerceptualStudy

extension StudyDatabase {
  /// How far the study is.
  func progress(of study: ServedStudy, recruitment: Recruitment) async throws(Refusal)
    -> StudyProgress
  {
    try await store.read { database in
      let now = Date().timeIntervalSince1970
      let sessions = try Row.fetchAll(database, cachedSQL: "SELECT * FROM sessions ORDER BY id")
      let states = sessions.map { Self.state($0, now: now, cutoff: recruitment.cutoff) }
      func count(_ state: SessionState) -> Int { states.count { $0 == state } }
      let totals = try Row.fetchOne(
        database,
        cachedSQL: """
          SELECT count(*) AS answers, total(off_schedule) AS off, total(interruptions > 0) AS broken
          FROM answers
          """)
      return StudyProgress(
        study: study.design.study, title: study.design.title, started: sessions.count,
        usable: count(.usable), excluded: count(.excluded), underWay: count(.underWay),
        dropped: count(.dropped), withdrawn: count(.withdrawn),
        wanted: recruitment.schedules.count * recruitment.rounds, answers: totals?["answers"] ?? 0,
        offSchedule: Int(totals?["off"] as Double? ?? 0),
        interrupted: Int(totals?["broken"] as Double? ?? 0),
        medianMinutes: try Self.median(
          "(completed_at - began_at) / 60", of: "sessions WHERE completed_at IS NOT NULL",
          in: database),
        medianReaction: try Self.median(
          "reaction_ms", of: "answers WHERE kind = 'main'", in: database),
        cells: Self.cells(study.cells, sessions, states),
        judges: try zip(sessions, states).suffix(Self.judgeLimit).reversed().map {
          try Self.judge($0, $1, of: study, in: database)
        })
    }
  }

  /// The median of an expression over rows; nil without rows.
  private static func median(
    _ expression: String, of rows: String, in database: Database
  ) throws -> Double? {
    try Double.fetchOne(
      database,
      sql: """
        WITH counted AS (SELECT count(*) AS rows FROM \(rows))
        SELECT avg(value) FROM (
          SELECT \(expression) AS value FROM \(rows) ORDER BY value
          LIMIT 2 - (SELECT rows FROM counted) % 2 OFFSET ((SELECT rows FROM counted) - 1) / 2
        )
        """)
  }

  /// Judges listed at most.
  private static let judgeLimit = 200

  private enum SessionState: String {
    case usable, excluded, dropped, withdrawn
    case underWay = "under way"
  }

  private static func state(_ row: Row, now: Double, cutoff: Double) -> SessionState {
    if row["withdrawn_at"] != nil { return .withdrawn }
    if row["completed_at"] != nil { return row["exclusion"] == nil ? .usable : .excluded }
    return (row["seen_at"] as Double) > now - cutoff ? .underWay : .dropped
  }

  private static func cells(
    _ cells: [Int], _ sessions: [Row], _ states: [SessionState]
  ) -> [StudyProgress.Cell] {
    var counts: [Int: [SessionState: Int]] = [:]
    for (row, state) in zip(sessions, states) {
      counts[row["cell"], default: [:]][state, default: 0] += 1
    }
    return cells.map { cell in
      let states = counts[cell] ?? [:]
      return StudyProgress.Cell(
        cell: cell, usable: states[.usable] ?? 0, excluded: states[.excluded] ?? 0,
        underWay: states[.underWay] ?? 0, dropped: states[.dropped] ?? 0,
        withdrawn: states[.withdrawn] ?? 0)
    }
  }

  private static func judge(
    _ row: Row, _ state: SessionState, of study: ServedStudy, in database: Database
  ) throws -> StudyProgress.Judge {
    let session = Session(row)
    let record = try JudgeRecord(database, session: session, rule: study.design.exclusion)
    let screen = (row["screen"] as String).data(using: .utf8)
      .flatMap { try? JSONDecoder().decode(BeginRequest.Screen.self, from: $0) }
    return StudyProgress.Judge(
      judge: session.judge, state: state.rawValue,
      answered: session.isWithdrawn ? 0 : session.nextPosition - 1,
      trials: study.trials(of: session.cell).count,
      missedVigilance: record.vigilanceMissed, vigilance: record.vigilance,
      medianReaction: record.medianReaction,
      exclusion: session.nextPosition > 1 && !session.isWithdrawn ? record.exclusion ?? "" : "",
      platesRight: screen?.platesRight, platesShown: screen?.platesShown,
      comment: row["comment"])
  }
}
