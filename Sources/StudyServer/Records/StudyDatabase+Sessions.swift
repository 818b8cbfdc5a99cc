import Foundation
import GRDB
import PerceptualStudy
import WebService

/// A judge who begins: what is known before the cell is chosen.
struct Newcomer: Sendable {
  let tab: String
  /// The worker's pseudonym; nil for a direct visit.
  let worker: String?
  let source: String
  /// Whether a program judges.
  let isSimulated: Bool
  let consent: StudyDesign.Consent
  /// JSON.
  let screen: String
}

/// How cells are filled.
struct Recruitment: Sendable {
  /// The cells with their trials.
  let schedules: [Int: [Trial]]
  /// Usable judges wanted in each cell.
  let rounds: Int
  /// A judge who has not answered for so many seconds no longer holds a cell.
  let cutoff: Double
}

extension StudyDatabase {
  /// Begins a session in the least-filled cell, and draws names for its pictures.
  ///
  /// A page whose earlier request was answered but not heard gets its session again.
  ///
  /// - Returns: the session, its trials, and the secret for the cookie.
  func begin(
    _ newcomer: Newcomer, _ recruitment: Recruitment
  ) async throws(Refusal) -> (session: Session, shown: [ShownTrial], cookie: String) {
    let cookie = RandomToken.make() + RandomToken.make()
    let (session, shown) = try await store.write { database in
      let now = Date().timeIntervalSince1970
      if let again = try Self.born(database, of: newcomer.tab) {
        try database.run(
          "UPDATE sessions SET cookie = ? WHERE id = ?", RandomToken.fingerprint(cookie), again.id)
        return (again, try ShownTrial.all(database, of: again))
      }
      if let worker = newcomer.worker, try Self.hasWorker(database, worker) {
        throw Refusal.alreadyTookPart
      }
      let cell = try Self.leastFilled(database, recruitment, now: now)
      let before = try Int.fetchOne(
        database, sql: "SELECT count(*) FROM sessions WHERE cell = ?", arguments: [cell])
      let judge =
        (newcomer.isSimulated ? Judgement.simulatedMark : "")
        + (before == 0 ? "\(cell)" : "\(cell)-\((before ?? 0) + 1)")
      try database.execute(
        sql: """
          INSERT INTO sessions (judge, cell, cookie, birth, tab, worker, source, consent_version,
            consent_hash, screen, began_at, seen_at, next_position, withdrawal_code)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)
          """,
        arguments: [
          judge, cell, RandomToken.fingerprint(cookie), RandomToken.fingerprint(newcomer.tab),
          newcomer.tab, newcomer.worker, newcomer.source, newcomer.consent.version,
          newcomer.consent.hash, newcomer.screen, now, now, RandomToken.code(),
        ])
      let id = database.lastInsertedRowID
      for position in 1...(recruitment.schedules[cell] ?? []).count {
        try database.run(
          "INSERT INTO shown (session, position, trial, first, second) VALUES (?, ?, ?, ?, ?)",
          id, position, RandomToken.make(), RandomToken.make(), RandomToken.make())
      }
      guard let session = try Session.find(database, cookie: cookie) else { throw Refusal.notSaved }
      return (session, try ShownTrial.all(database, of: session))
    }
    return (session, shown, cookie)
  }

  /// The session of a cookie, taken over by a page.
  ///
  /// - Parameter isAlive: whether another page of the session may be open, by its token.
  func enter(
    cookie: String, tab: String, isAlive: @escaping @Sendable (Session) -> Bool
  ) async throws(Refusal) -> (session: Session, shown: [ShownTrial])? {
    try await store.write { database in
      guard let session = try Session.find(database, cookie: cookie) else { return nil }
      guard !session.isWithdrawn else { throw Refusal.withdrawn }
      if session.tab != tab {
        if isAlive(session) { throw Refusal.openElsewhere }
        try database.run("UPDATE sessions SET tab = ? WHERE id = ?", tab, session.id)
      }
      return (session, try ShownTrial.all(database, of: session))
    }
  }

  /// The session of a cookie; nil without one.
  func session(cookie: String) async throws(Refusal) -> Session? {
    try await store.read { try Session.find($0, cookie: cookie) }
  }

  /// Whether a worker has a session, under way or complete.
  func workerState(_ worker: String) async throws(Refusal) -> Refusal? {
    try await store.read { database in
      try Row.fetchOne(
        database, cachedSQL: "SELECT * FROM sessions WHERE worker = ?", worker
      ).map { Session($0) }.map {
        $0.isComplete || $0.isWithdrawn ? .alreadyTookPart : .begunElsewhere
      }
    }
  }

  /// Keeps a remark; the last one counts.
  func comment(cookie: String, tab: String, text: String) async throws(Refusal) {
    try await store.write { database in
      let session = try Session.require(database, cookie: cookie, tab: tab)
      try database.run("UPDATE sessions SET comment = ? WHERE id = ?", text, session.id)
    }
  }

  private static func hasWorker(_ database: Database, _ worker: String) throws -> Bool {
    try Row.fetchOne(database, cachedSQL: "SELECT 1 FROM sessions WHERE worker = ?", worker) != nil
  }

  /// The session that a page began, as long as nothing is answered in it.
  private static func born(_ database: Database, of tab: String) throws -> Session? {
    let session = try Row.fetchOne(
      database, cachedSQL: "SELECT * FROM sessions WHERE birth = ?", RandomToken.fingerprint(tab)
    ).map { Session($0) }
    guard let session else { return nil }
    guard session.nextPosition == 1, !session.isWithdrawn else { throw Refusal.begunElsewhere }
    return session
  }

  /// The cell with the fewest usable judges, those on their way among them; the first of equals.
  private static func leastFilled(
    _ database: Database, _ recruitment: Recruitment, now: Double
  ) throws -> Int {
    let rows = try Row.fetchAll(
      database,
      cachedSQL: """
        SELECT cell, count(*) AS judges FROM sessions
        WHERE withdrawn_at IS NULL AND exclusion IS NULL
          AND (completed_at IS NOT NULL OR seen_at > ?)
        GROUP BY cell
        """, now - recruitment.cutoff)
    var judges = recruitment.schedules.mapValues { _ in 0 }
    for row in rows { judges[row["cell"]] = row["judges"] }
    let least = judges.min { ($0.value, $0.key) < ($1.value, $1.key) }
    guard let least, least.value < recruitment.rounds else { throw Refusal.full }
    return least.key
  }
}
