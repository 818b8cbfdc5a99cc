import Foundation
import GRDB

/// How the servers keep what people do: SQLite files in write-ahead mode and synchronous FULL.
///
/// A transaction that has returned survives the loss of the process and of power
/// (https://www.sqlite.org/pragma.html#pragma_synchronous).
public enum DurableDatabase {
  /// Makes an empty file that only its owner may read, where there is none.
  ///
  /// SQLite gives the files beside it the same permissions.
  ///
  /// - Returns: false where it cannot be made.
  public static func make(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
      || FileManager.default.createFile(
        atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
  }

  /// Opens a file.
  ///
  /// - Throws: ``UnusableDatabase`` for what is no SQLite file, and what SQLite throws.
  public static func open(_ path: String) throws -> DatabasePool {
    // SQLite takes a file of a few bytes for an empty database.
    let start = try FileHandle(forReadingFrom: URL(fileURLWithPath: path)).read(upToCount: 16)
    guard start?.isEmpty ?? true || start == Data("SQLite format 3\u{0}".utf8) else {
      throw UnusableDatabase("it is no SQLite file")
    }
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      // What is deleted on a person's wish is overwritten.
      try database.execute(sql: "PRAGMA secure_delete = ON")
    }
    let pool = try DatabasePool(path: path, configuration: configuration)
    // After the opening, which chooses NORMAL. The pool has one connection that writes.
    try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    return pool
  }

  /// Moves everything into the one file and closes it.
  public static func close(_ pool: DatabasePool, path: String) {
    try? pool.close()
    // The pool's last connection to close may be one that only reads and leaves the journal behind.
    let last = try? DatabaseQueue(path: path)
    _ = try? last?.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    try? last?.close()
  }
}
