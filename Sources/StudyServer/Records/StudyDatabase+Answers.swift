import Foundation
import GRDB
import PerceptualAnalysis
import PerceptualStudy
import WebService

extension StudyDatabase {
  /// Stores an answer in a transaction of its own, once.
  ///
  /// An answer under a key that is stored already is acknowledged again.
  ///
  /// - Parameter study: whose design tells what the trial was, and who is left out in the end.
  /// - Returns: the session after the answer, and the trial.
  func answer(
    _ request: AnswerRequest, cookie: String, of study: ServedStudy
  ) async throws(Refusal) -> (trial: Trial, next: Int?) {
    try await store.write { database in
      let session = try Session.require(database, cookie: cookie, tab: request.tab)
      let trials = study.trials(of: session.cell)
      guard let trial = trials.first(where: { $0.position == request.position }),
        let name = try String.fetchOne(
          database.cachedStatement(
            sql: "SELECT trial FROM shown WHERE session = ? AND position = ?"),
          arguments: [session.id, request.position]),
        RandomToken.areEqual(name, request.trial)
      else { throw Refusal.unknownTrial }
      let last = request.position == trials.count
      guard request.position == session.nextPosition else {
        guard request.position < session.nextPosition else { throw Refusal.outOfOrder }
        let key = try String.fetchOne(
          database.cachedStatement(
            sql: "SELECT idempotency_key FROM answers WHERE session = ? AND position = ?"),
          arguments: [session.id, request.position])
        guard key == request.key else { throw Refusal.alreadyAnswered }
        return (trial, last ? nil : request.position + 1)
      }
      let now = Date().timeIntervalSince1970
      try Self.insert(
        request, trial: trial, session: session, exposure: study.design.exposure, at: now,
        into: database)
      try database.run(
        "UPDATE sessions SET next_position = ?, seen_at = ? WHERE id = ?", request.position + 1,
        now, session.id)
      if last { try Self.complete(database, session, rule: study.design.exclusion, at: now) }
      return (trial, last ? nil : request.position + 1)
    }
  }

  private static func insert(
    _ request: AnswerRequest, trial: Trial, session: Session, exposure: Exposure, at now: Double,
    into database: Database
  ) throws {
    let timing = request.timing
    try database.run(
      """
      INSERT INTO answers (session, position, judge, kind, image, method, real_first, answer,
        reaction_ms, idempotency_key, received_at, frame_ms, first_onset_ms, first_offset_ms,
        second_onset_ms, second_offset_ms, dropped_frames, interruptions, off_schedule, input)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      session.id, trial.position, session.judge, trial.kind.rawValue, trial.image, trial.method,
      trial.realFirst ? 1 : 0, request.answer.rawValue, request.reactionMilliseconds, request.key,
      now, timing.frameMilliseconds, timing.firstOnset, timing.firstOffset, timing.secondOnset,
      timing.secondOffset, timing.droppedFrames, timing.interruptions,
      timing.isOff(exposure) ? 1 : 0, request.input.rawValue)
  }

  /// Ends a session and says whether its answers will count.
  private static func complete(
    _ database: Database, _ session: Session, rule: ExclusionRule, at now: Double
  ) throws {
    let record = try JudgeRecord(database, session: session, rule: rule)
    try database.run(
      "UPDATE sessions SET completed_at = ?, exclusion = ? WHERE id = ?", now, record.exclusion,
      session.id)
  }

  /// Stores what happened around the trials; nothing beyond the first thousand of a session.
  func note(_ request: EventsRequest, cookie: String) async throws(Refusal) {
    try await store.write { database in
      let session = try Session.require(database, cookie: cookie, tab: request.tab)
      let count = try Int.fetchOne(
        database.cachedStatement(sql: "SELECT count(*) FROM events WHERE session = ?"),
        arguments: [session.id])
      let now = Date().timeIntervalSince1970
      for event in request.events.prefix(max(Self.eventLimit - (count ?? 0), 0)) {
        try database.run(
          """
          INSERT INTO events (session, received_at, page_ms, kind, position)
          VALUES (?, ?, ?, ?, ?)
          """, session.id, now, event.at, event.kind.rawValue, event.position)
      }
    }
  }

  private static let eventLimit = 1000

  /// The cell and trial that show a picture, and its place; nil where it is none of the session's.
  func place(
    ofPicture name: String, cookie: String
  ) async throws(Refusal) -> (cell: Int, position: Int, slot: NamedFake)? {
    try await store.read { database in
      guard let session = try Session.find(database, cookie: cookie), !session.isWithdrawn else {
        throw Refusal.noSession
      }
      return try Row.fetchOne(
        database,
        cachedSQL: """
          SELECT position, first = ?1 AS is_first FROM shown
          WHERE session = ?2 AND (first = ?1 OR second = ?1)
          """, name, session.id
      ).map { (session.cell, $0["position"], $0["is_first"] == 1 ? .first : .second) }
    }
  }
}
