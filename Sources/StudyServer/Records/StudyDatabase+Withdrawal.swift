import Foundation
import GRDB
import WebService

extension StudyDatabase {
  /// Deletes the answers of the judge with a withdrawal code, and all else but that there was one.
  ///
  /// What stays is the cell, the times, and the worker's salted hash, so that nobody takes part
  /// twice. Deleted bytes are overwritten.
  ///
  /// - Parameter cookie: where given, the judge must be the cookie's own.
  /// - Returns: how many answers were deleted.
  @discardableResult
  func withdraw(code: String, cookie: String?) async throws(Refusal) -> Int {
    guard let code = RandomToken.normalized(code: code) else { throw .unknownCode }
    let count = try await store.write { database in
      let row = try Row.fetchOne(
        database,
        cachedSQL: """
          SELECT * FROM sessions WHERE withdrawal_code = ? AND withdrawn_at IS NULL
          """, code)
      guard let row else { throw Refusal.unknownCode }
      let session = Session(row)
      if let cookie, try Session.find(database, cookie: cookie)?.id != session.id {
        throw Refusal.unknownCode
      }
      try database.run("DELETE FROM answers WHERE session = ?", session.id)
      let count = database.changesCount
      try database.run("DELETE FROM events WHERE session = ?", session.id)
      try database.run("DELETE FROM shown WHERE session = ?", session.id)
      try database.run(
        """
        UPDATE sessions SET withdrawn_at = ?, screen = '', comment = '', exclusion = NULL
        WHERE id = ?
        """, Date().timeIntervalSince1970, session.id)
      return count
    }
    // The journal beside the file holds old pages until it is moved into the file.
    _ = try? await store.pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    return count
  }

  /// Deletes the answers of the judge with a withdrawal code.
  ///
  /// - Throws: ``StudyServerError/unknownCode`` where no judge has it.
  public func withdraw(code: String) async throws(StudyServerError) -> Int {
    do throws(Refusal) {
      return try await withdraw(code: code, cookie: nil)
    } catch .unknownCode {
      throw .unknownCode
    } catch {
      throw .unwritable(path: path, reason: "nothing was deleted; is it locked, or the disk full?")
    }
  }
}
