import GRDB
import WebService

/// A judge on the way through a study.
struct Session: Sendable {
  /// The row.
  let id: Int64
  /// The judge's name in answers: the cell, and `-2`, `-3`… for those who replace others in it; of a
  /// program, after `simulated-`.
  let judge: String
  /// The cell of the design.
  let cell: Int
  /// The page that may answer.
  let tab: String
  /// The trial that is to be answered, from 1; one more than there are where all are.
  let nextPosition: Int
  /// Whether all trials are answered.
  let isComplete: Bool
  /// Whether the judge has taken back all answers.
  let isWithdrawn: Bool
  /// Who sent the judge: `prolific`, `mturk`, `direct` or `simulated`.
  let source: String
  /// What the judge deletes the answers with.
  let withdrawalCode: String

  /// Reads a row of `sessions`.
  init(_ row: Row) {
    id = row["id"]
    judge = row["judge"]
    cell = row["cell"]
    tab = row["tab"]
    nextPosition = row["next_position"]
    isComplete = row["completed_at"] != nil
    isWithdrawn = row["withdrawn_at"] != nil
    source = row["source"]
    withdrawalCode = row["withdrawal_code"]
  }

  /// The session of a cookie.
  static func find(_ database: Database, cookie: String) throws -> Session? {
    try Row.fetchOne(
      database,
      cachedSQL: "SELECT * FROM sessions WHERE cookie = ?",
      RandomToken.fingerprint(cookie)
    ).map(Session.init)
  }

  /// The session of a cookie, which must be there, not withdrawn, and the tab's own.
  static func require(_ database: Database, cookie: String, tab: String) throws -> Session {
    guard let session = try find(database, cookie: cookie) else { throw Refusal.noSession }
    guard !session.isWithdrawn else { throw Refusal.withdrawn }
    guard session.tab == tab else { throw Refusal.otherTab }
    return session
  }
}

extension Row {
  /// The first row of a statement that is compiled once a connection.
  static func fetchOne(
    _ database: Database, cachedSQL: String, _ arguments: (any DatabaseValueConvertible)?...
  ) throws -> Row? {
    try fetchOne(
      database.cachedStatement(sql: cachedSQL), arguments: StatementArguments(arguments))
  }

  /// The rows of a statement that is compiled once a connection.
  static func fetchAll(
    _ database: Database, cachedSQL: String, _ arguments: (any DatabaseValueConvertible)?...
  ) throws -> [Row] {
    try fetchAll(
      database.cachedStatement(sql: cachedSQL), arguments: StatementArguments(arguments))
  }
}

extension Database {
  /// Executes a statement that is compiled once a connection.
  func run(_ cachedSQL: String, _ arguments: (any DatabaseValueConvertible)?...) throws {
    try cachedStatement(sql: cachedSQL).execute(arguments: StatementArguments(arguments))
  }
}
