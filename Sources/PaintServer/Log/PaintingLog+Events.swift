import Foundation
import GRDB
import Painting

extension PaintingLog {
  /// Most events of one picture.
  static let mostEvents = 20_000
  /// Most bytes that the events of one picture take.
  static let mostBytes = 64 << 20

  /// Stores events; when it returns they are on the disk.
  ///
  /// Events that are stored already are left alone, so that a page may send them again. The first
  /// event of a picture is stored with the time at which it was shown; a picture of a study is
  /// finished by `save` or `timeout`.
  ///
  /// - Parameters:
  ///   - events: in their order, following those that are stored.
  ///   - finishes: whether `save` and `timeout` end the picture.
  /// - Returns: the sequence that comes next.
  /// - Throws: ``PaintRefusal/otherTab`` for a gap or another event in its place,
  ///   ``PaintRefusal/finished`` for a finished picture, ``PaintRefusal/tooLarge`` for too many, and
  ///   ``PaintRefusal/notSaved``.
  @discardableResult
  public func append(
    _ events: [PaintingEvent], to painting: LoggedPainting.ID, finishes: Bool = false
  ) async throws(PaintRefusal) -> Int {
    try await store.write { database in
      guard
        let known = try LoggedPainting.fetch(database, sql: "WHERE id = ?", [painting]).first
      else { throw PaintRefusal.notFound }
      let now = Self.now
      var next = try Self.nextSequence(database, painting)
      for event in events {
        if event.sequence < next {
          guard try Self.event(database, painting, event.sequence) == event else {
            throw PaintRefusal.otherTab
          }
          continue
        }
        guard event.sequence == next else { throw PaintRefusal.otherTab }
        try Self.checkOpen(known, next: next, database)
        try Self.insert(event, painting, now, database)
        if next == 1 {
          try database.execute(
            sql: "UPDATE paintings SET opened_at = ? WHERE id = ?", arguments: [now, painting])
        }
        next += 1
        if finishes, event.action == .save || event.action == .timeout {
          try database.execute(
            sql: "UPDATE paintings SET finished_at = ? WHERE id = ?", arguments: [now, painting])
        }
      }
      return next
    }
  }

  /// The sequence of a painting's next event, from 1.
  static func nextSequence(_ database: Database, _ painting: Int64) throws -> Int {
    let last = try Int.fetchOne(
      database, sql: "SELECT max(sequence) FROM events WHERE painting = ?", arguments: [painting])
    return (last ?? 0) + 1
  }

  private static func event(
    _ database: Database, _ painting: Int64, _ sequence: Int
  ) throws -> PaintingEvent? {
    try Row.fetchOne(
      database, sql: "SELECT * FROM events WHERE painting = ? AND sequence = ?",
      arguments: [painting, sequence]
    ).map { try LoggedEvent($0).event }
  }

  private static func checkOpen(
    _ painting: LoggedPainting, next: Int, _ database: Database
  ) throws {
    let finished = try Bool.fetchOne(
      database, sql: "SELECT finished_at IS NOT NULL FROM paintings WHERE id = ?",
      arguments: [painting.id])
    guard finished == false, !painting.isOver else { throw PaintRefusal.finished }
    guard next <= mostEvents else { throw PaintRefusal.tooLarge }
  }

  private static func insert(
    _ event: PaintingEvent, _ painting: Int64, _ now: Double, _ database: Database
  ) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let state = String(decoding: try encoder.encode(event.state), as: UTF8.self)
    let suggested = String(decoding: try encoder.encode(event.suggested), as: UTF8.self)
    try database.execute(
      sql: "UPDATE paintings SET bytes = bytes + ? WHERE id = ? AND bytes < ?",
      arguments: [state.utf8.count + suggested.utf8.count + 100, painting, mostBytes])
    guard database.changesCount == 1 else { throw PaintRefusal.tooLarge }
    try database.execute(
      sql: """
        INSERT INTO events (painting, sequence, milliseconds, action, source, rank, state, suggested,
          received_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        painting, event.sequence, event.milliseconds, event.action.rawValue,
        event.source?.rawValue, event.rank, state, suggested, now,
      ])
  }
}
