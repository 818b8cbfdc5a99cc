import DatabaseFiles
import GRDB
import PerceptualStudy
import WebService

/// The layout of a study's database.
enum StudySchema {
  /// Marks the file as "HBjd".
  private static let layout = DatabaseLayout(applicationID: 0x4842_6A64, version: 1)

  /// What the database remembers of the study as a whole.
  struct Texts: Sendable {
    let salt: String
    let token: String
    let completionCode: String
  }

  /// Makes the tables in an empty file, or checks that a file has them and belongs to the design.
  static func prepare(_ database: Database, design: StudyDesign) throws -> Texts {
    try layout.prepare(database) { database in
      try database.execute(sql: tables)
      let texts = [
        ("study", design.study), ("design_hash", design.hash), ("salt", RandomToken.make()),
        ("experimenter_token", RandomToken.make() + RandomToken.make()),
        ("completion_code", String(RandomToken.code().filter { $0 != "-" }.prefix(8))),
      ]
      for (name, value) in texts {
        try database.execute(
          sql: "INSERT INTO study (name, value) VALUES (?, ?)", arguments: [name, value])
      }
    }
    let texts = try texts(in: database)
    guard try text("design_hash", in: database) == design.hash else {
      throw UnusableDatabase("it holds answers to another design")
    }
    // Answers that cannot be read are told now, and not to the judge who answers next.
    _ = try Judgement.all(in: Row.fetchAll(database, sql: "SELECT * FROM answers ORDER BY rowid"))
    return texts
  }

  /// Checks that a file is a study's database, whole and of this layout.
  static func check(_ database: Database) throws -> Texts {
    try layout.check(database)
    return try texts(in: database)
  }

  private static func texts(in database: Database) throws -> Texts {
    guard let salt = try text("salt", in: database),
      let token = try text("experimenter_token", in: database), token.utf8.count >= 40,
      let code = try text("completion_code", in: database)
    else { throw UnusableDatabase("it lacks what a study needs") }
    return Texts(salt: salt, token: token, completionCode: code)
  }

  private static func text(_ name: String, in database: Database) throws -> String? {
    try String.fetchOne(
      database, sql: "SELECT value FROM study WHERE name = ?", arguments: [name])
  }

  /// Times are seconds since 1970 (`_at`) or milliseconds (`_ms`).
  private static let tables = """
    CREATE TABLE study (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT;
    CREATE TABLE sessions (
      id INTEGER PRIMARY KEY NOT NULL,
      judge TEXT NOT NULL UNIQUE,
      cell INTEGER NOT NULL,
      cookie TEXT NOT NULL UNIQUE,
      birth TEXT NOT NULL UNIQUE,
      tab TEXT NOT NULL,
      worker TEXT UNIQUE,
      source TEXT NOT NULL,
      consent_version TEXT NOT NULL,
      consent_hash TEXT NOT NULL,
      screen TEXT NOT NULL,
      began_at REAL NOT NULL,
      seen_at REAL NOT NULL,
      completed_at REAL,
      withdrawn_at REAL,
      next_position INTEGER NOT NULL,
      withdrawal_code TEXT NOT NULL UNIQUE,
      exclusion TEXT,
      comment TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE TABLE shown (
      session INTEGER NOT NULL REFERENCES sessions (id),
      position INTEGER NOT NULL,
      trial TEXT NOT NULL,
      first TEXT NOT NULL,
      second TEXT NOT NULL,
      PRIMARY KEY (session, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE answers (
      session INTEGER NOT NULL REFERENCES sessions (id),
      position INTEGER NOT NULL,
      judge TEXT NOT NULL,
      kind TEXT NOT NULL,
      image TEXT NOT NULL,
      method TEXT NOT NULL,
      real_first INTEGER NOT NULL,
      answer TEXT NOT NULL,
      reaction_ms REAL NOT NULL,
      idempotency_key TEXT NOT NULL,
      received_at REAL NOT NULL,
      frame_ms REAL NOT NULL,
      first_onset_ms REAL NOT NULL,
      first_offset_ms REAL NOT NULL,
      second_onset_ms REAL NOT NULL,
      second_offset_ms REAL NOT NULL,
      dropped_frames INTEGER NOT NULL,
      interruptions INTEGER NOT NULL,
      off_schedule INTEGER NOT NULL,
      input TEXT NOT NULL,
      PRIMARY KEY (session, position)
    ) STRICT;
    CREATE TABLE events (
      session INTEGER NOT NULL REFERENCES sessions (id),
      received_at REAL NOT NULL,
      page_ms REAL NOT NULL,
      kind TEXT NOT NULL,
      position INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX events_by_session ON events (session);
    CREATE VIEW exported_answers AS
      SELECT answers.judge, answers.position, kind, image, method, real_first, answer, reaction_ms,
        sessions.withdrawn_at IS NOT NULL AS withdrawn,
        sessions.completed_at IS NOT NULL AND sessions.exclusion IS NULL AS usable
      FROM answers JOIN sessions ON sessions.id = answers.session
      ORDER BY sessions.cell, sessions.id, answers.position;
    """
}
