import DatabaseFiles
import Foundation
import GRDB
import Painting

extension PaintingSession {
  /// The sessions of a clause.
  static func fetch(
    _ database: Database, sql: String, _ arguments: StatementArguments = []
  ) throws -> [PaintingSession] {
    try Row.fetchAll(database, sql: "SELECT * FROM sessions " + sql, arguments: arguments).map {
      PaintingSession(
        id: $0["id"], subject: $0["subject"], wish: $0["wish"], beganAt: $0["began_at"])
    }
  }
}

extension LoggedPainting {
  /// The paintings of a clause.
  ///
  /// - Throws: ``UnusableDatabase`` where an arm is unknown.
  static func fetch(
    _ database: Database, sql: String, _ arguments: StatementArguments = []
  ) throws -> [LoggedPainting] {
    try Row.fetchAll(database, sql: "SELECT * FROM paintings " + sql, arguments: arguments).map {
      guard let arm = PaintingArm(rawValue: $0["arm"]) else {
        throw UnusableDatabase("painting \($0["id"] as Int64) has an unknown arm")
      }
      return LoggedPainting(
        id: $0["id"], session: $0["session"], token: $0["token"], position: $0["position"],
        key: $0["key"], title: $0["title"], sha256: $0["sha256"], arm: arm,
        seconds: $0["seconds"], isTraining: $0["is_training"], openedAt: $0["opened_at"],
        finishedAt: $0["finished_at"])
    }
  }
}

extension LoggedEvent {
  /// The events of a painting in their order.
  ///
  /// - Throws: ``UnusableDatabase`` where one cannot be read.
  static func fetch(_ database: Database, painting: Int64) throws -> [LoggedEvent] {
    try Row.fetchAll(
      database, sql: "SELECT * FROM events WHERE painting = ? ORDER BY sequence",
      arguments: [painting]
    ).map(LoggedEvent.init)
  }

  /// One row.
  init(_ row: Row) throws {
    let fault = UnusableDatabase(
      "event \(row["sequence"] as Int) of painting \(row["painting"] as Int64) cannot be read")
    let decoder = JSONDecoder()
    let source = row["source"] as String?
    guard let action = PaintingEvent.Action(rawValue: row["action"]),
      source == nil || PaintingEvent.ColorSource(rawValue: source ?? "") != nil,
      let state = try? decoder.decode(
        PaintingState.self, from: Data((row["state"] as String).utf8)),
      let suggested = try? decoder.decode(
        [String].self, from: Data((row["suggested"] as String).utf8))
    else { throw fault }
    event = PaintingEvent(
      sequence: row["sequence"], milliseconds: row["milliseconds"], action: action,
      source: source.flatMap(PaintingEvent.ColorSource.init), rank: row["rank"], state: state,
      suggested: suggested)
    receivedAt = row["received_at"]
  }
}
