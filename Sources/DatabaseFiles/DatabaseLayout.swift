import GRDB

/// Which program's file a database is and how it is laid out, written into its head as
/// `application_id` and `user_version` (https://www.sqlite.org/pragma.html#pragma_application_id).
public struct DatabaseLayout: Sendable, Hashable {
  /// Four letters that mark the file as ours.
  public let applicationID: Int
  /// Raised when the tables change.
  public let version: Int

  /// A layout.
  public init(applicationID: Int, version: Int) {
    self.applicationID = applicationID
    self.version = version
  }

  /// Marks an empty file and makes its tables, or checks one that is not empty.
  ///
  /// - Throws: ``UnusableDatabase``, and what SQLite throws.
  public func prepare(_ database: Database, making tables: (Database) throws -> Void) throws {
    let isEmpty = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0
    guard isEmpty else { return try check(database) }
    try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    try database.execute(sql: "PRAGMA user_version = \(version)")
    try tables(database)
  }

  /// Checks that a file is ours, of this layout, and whole.
  ///
  /// - Throws: ``UnusableDatabase``, and what SQLite throws.
  public func check(_ database: Database) throws {
    let found = (
      application: try Int.fetchOne(database, sql: "PRAGMA application_id"),
      version: try Int.fetchOne(database, sql: "PRAGMA user_version")
    )
    guard found.application == applicationID else {
      throw UnusableDatabase("it is another program's database")
    }
    guard found.version == version else {
      throw UnusableDatabase("its layout \(found.version ?? 0) is not \(version)")
    }
    let verdict = try String.fetchOne(database, sql: "PRAGMA quick_check(1)")
    guard verdict == "ok" else { throw UnusableDatabase(verdict ?? "no verdict") }
  }
}
