import GRDB

/// A trial under the names that it has in one session.
struct ShownTrial: Sendable {
  let position: Int
  /// The trial's name.
  let trial: String
  /// The pictures' names.
  let (first, second): (String, String)

  /// The trials of a session that are not answered yet.
  static func all(_ database: Database, of session: Session) throws -> [ShownTrial] {
    try Row.fetchAll(
      database,
      cachedSQL: """
        SELECT position, trial, first, second FROM shown WHERE session = ? AND position >= ?
        ORDER BY position
        """, session.id, session.nextPosition
    ).map {
      ShownTrial(
        position: $0["position"], trial: $0["trial"], first: $0["first"], second: $0["second"])
    }
  }
}
