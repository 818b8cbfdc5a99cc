import DatabaseFiles
import GRDB
import WebService

/// The layout of a log of paintings.
enum LogSchema {
  /// Marks the file as "HBpt".
  private static let layout = DatabaseLayout(applicationID: 0x4842_7074, version: 1)

  /// Makes the tables in an empty file, or checks that a file has them.
  static func prepare(_ database: Database) throws {
    try layout.prepare(database) { database in
      try database.execute(sql: tables)
      try database.execute(
        sql: "INSERT INTO secrets (name, value) VALUES ('token', ?)",
        arguments: [RandomToken.make() + RandomToken.make()])
    }
  }

  /// Checks that a file is a log of paintings, whole and of this layout.
  static func check(_ database: Database) throws { try layout.check(database) }

  /// Times are seconds since 1970 (`_at`); states and suggestions are JSON.
  private static let tables = """
    CREATE TABLE secrets (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT;
    CREATE TABLE sessions (
      id INTEGER PRIMARY KEY NOT NULL,
      cookie TEXT NOT NULL UNIQUE,
      subject TEXT NOT NULL,
      wish TEXT,
      began_at REAL NOT NULL
    ) STRICT;
    CREATE TABLE paintings (
      id INTEGER PRIMARY KEY NOT NULL,
      session INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
      token TEXT NOT NULL UNIQUE,
      position INTEGER NOT NULL,
      key TEXT NOT NULL,
      title TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      arm TEXT NOT NULL,
      seconds INTEGER,
      is_training INTEGER NOT NULL,
      opened_at REAL,
      finished_at REAL,
      bytes INTEGER NOT NULL DEFAULT 0,
      UNIQUE (session, position)
    ) STRICT;
    CREATE TABLE events (
      painting INTEGER NOT NULL REFERENCES paintings (id) ON DELETE CASCADE,
      sequence INTEGER NOT NULL,
      milliseconds REAL NOT NULL,
      action TEXT NOT NULL,
      source TEXT,
      rank INTEGER,
      state TEXT NOT NULL,
      suggested TEXT NOT NULL,
      received_at REAL NOT NULL,
      PRIMARY KEY (painting, sequence)
    ) STRICT;
    CREATE TABLE uploads (
      sha256 TEXT PRIMARY KEY NOT NULL,
      length INTEGER NOT NULL,
      bytes BLOB NOT NULL
    ) STRICT;
    CREATE INDEX paintings_by_upload ON paintings (sha256);
    """
}
