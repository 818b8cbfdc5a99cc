import GRDB
import WebService

extension PaintingLog {
  /// Most sessions of one log; of those in which nothing was done the oldest go first.
  static let mostSessions = 20_000

  /// The session of a browser; nil where it has none.
  func session(cookie: String) async throws(PaintRefusal) -> PaintingSession? {
    let fingerprint = RandomToken.fingerprint(cookie)
    return try await store.read {
      try PaintingSession.fetch($0, sql: "WHERE cookie = ?", [fingerprint]).first
    }
  }

  /// Begins a session.
  ///
  /// - Returns: the session, and the secret that its browser keeps; the log keeps a fingerprint.
  /// - Throws: what the policy refuses, and ``PaintRefusal/full``.
  func begin(
    _ policy: any PaintingPolicy, wish: String?
  ) async throws(PaintRefusal) -> (PaintingSession, secret: String) {
    let secret = RandomToken.make() + RandomToken.make()
    let session = try await store.write { database in
      try Self.makeRoom(database)
      let taken = try String.fetchAll(database, sql: "SELECT subject FROM sessions ORDER BY id")
      let subject = try policy.subject(wish: wish, taken: taken)
      let now = Self.now
      try database.execute(
        sql: "INSERT INTO sessions (cookie, subject, wish, began_at) VALUES (?, ?, ?, ?)",
        arguments: [RandomToken.fingerprint(secret), subject, wish, now])
      let id = database.lastInsertedRowID
      for (index, offer) in policy.pictures(of: subject).enumerated() {
        try Self.add(offer, sha256: "", position: index + 1, session: id, database)
      }
      return PaintingSession(id: id, subject: subject, wish: wish, beganAt: now)
    }
    return (session, secret)
  }

  /// One picture of a session.
  ///
  /// - Throws: ``PaintRefusal/notFound`` for a name that is none of this session's.
  func painting(
    _ token: String, of session: PaintingSession
  ) async throws(PaintRefusal) -> LoggedPainting {
    let found = try await store.read {
      try LoggedPainting.fetch($0, sql: "WHERE token = ? AND session = ?", [token, session.id])
        .first
    }
    guard let found else { throw .notFound }
    return found
  }

  /// The pictures of a session in their order.
  func ownPaintings(of session: PaintingSession) async throws(PaintRefusal) -> [LoggedPainting] {
    try await store.read {
      try LoggedPainting.fetch($0, sql: "WHERE session = ? ORDER BY position", [session.id])
    }
  }

  /// The events of a picture in their order.
  func ownEvents(of painting: LoggedPainting) async throws(PaintRefusal) -> [LoggedEvent] {
    try await store.read { try LoggedEvent.fetch($0, painting: painting.id) }
  }

  private static func makeRoom(_ database: Database) throws {
    let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM sessions") ?? 0
    guard count >= mostSessions else { return }
    try database.execute(
      sql: """
        DELETE FROM sessions WHERE id IN (
          SELECT id FROM sessions WHERE NOT EXISTS (
            SELECT 1 FROM events JOIN paintings ON paintings.id = events.painting
            WHERE paintings.session = sessions.id)
          ORDER BY id LIMIT 1000)
        """)
    guard database.changesCount > 0 else { throw PaintRefusal.full }
  }

  static func add(
    _ offer: OfferedPicture, sha256: String, position: Int, session: Int64, _ database: Database
  ) throws {
    try database.execute(
      sql: """
        INSERT INTO paintings (session, token, position, key, title, sha256, arm, seconds,
          is_training) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        session, RandomToken.make(), position, offer.key, offer.title, sha256, offer.arm.rawValue,
        offer.seconds, offer.isTraining,
      ])
  }
}
