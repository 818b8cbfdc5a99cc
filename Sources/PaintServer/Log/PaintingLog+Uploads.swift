import Foundation
import GRDB

extension PaintingLog {
  /// What painters may bring.
  struct UploadBounds: Sendable {
    /// Pictures of one session; the oldest goes first.
    var perSession = 16
    /// Bytes of all files together; the one not touched for longest goes first.
    var totalBytes = 1 << 30
  }

  /// Keeps a file that a painter brought, as the session's next picture.
  ///
  /// - Throws: ``PaintRefusal/notSaved``.
  func keepUpload(
    _ bytes: [UInt8], sha256: String, title: String, of session: PaintingSession,
    bounds: UploadBounds
  ) async throws(PaintRefusal) -> LoggedPainting {
    try await store.write { database in
      try database.execute(
        sql: "INSERT OR IGNORE INTO uploads (sha256, length, bytes) VALUES (?, ?, ?)",
        arguments: [sha256, bytes.count, Data(bytes)])
      let last = try Int.fetchOne(
        database, sql: "SELECT max(position) FROM paintings WHERE session = ?",
        arguments: [session.id])
      let offer = OfferedPicture(key: LoggedPainting.uploadKey, title: title, path: "")
      let position = (last ?? 0) + 1
      try Self.add(offer, sha256: sha256, position: position, session: session.id, database)
      let id = database.lastInsertedRowID
      try Self.forgetOldest(database, session: session.id, keeping: id, bounds)
      guard let made = try LoggedPainting.fetch(database, sql: "WHERE id = ?", [id]).first else {
        throw PaintRefusal.notSaved
      }
      return made
    }
  }

  private static func forgetOldest(
    _ database: Database, session: Int64, keeping kept: Int64, _ bounds: UploadBounds
  ) throws {
    try database.execute(
      sql: """
        DELETE FROM paintings WHERE session = ? AND sha256 <> '' AND id NOT IN (
          SELECT id FROM paintings WHERE session = ? AND sha256 <> '' ORDER BY id DESC LIMIT ?)
        """,
      arguments: [session, session, bounds.perSession])
    let unused = "DELETE FROM uploads WHERE sha256 NOT IN (SELECT sha256 FROM paintings)"
    try database.execute(sql: unused)
    let total = "SELECT coalesce(sum(length), 0) FROM uploads"
    while try Int.fetchOne(database, sql: total) ?? 0 > bounds.totalBytes {
      try database.execute(
        sql: """
          DELETE FROM paintings WHERE id = (
            SELECT paintings.id FROM paintings LEFT JOIN events ON events.painting = paintings.id
            WHERE sha256 <> '' AND paintings.id <> ? GROUP BY paintings.id
            ORDER BY coalesce(max(received_at), 0), paintings.id LIMIT 1)
          """, arguments: [kept])
      guard database.changesCount > 0 else { return }
      try database.execute(sql: unused)
    }
  }
}
