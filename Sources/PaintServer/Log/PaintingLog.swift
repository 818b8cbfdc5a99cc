import DatabaseFiles
import Foundation
import GRDB
import Painting
import WebService

/// What painters did: sessions, their pictures and every event, in an SQLite file.
///
/// An event that ``append(_:to:)`` has returned from survives the loss of the process and of power.
public final class PaintingLog: Sendable {
  /// The file's name in a study's folder.
  public static let fileName = "paintings.sqlite"

  /// Where the file is.
  public var path: String { store.path }

  let store: DurableStore<PaintRefusal>

  /// Opens a log, or makes it, readable by its owner only.
  ///
  /// - Throws: ``PaintServerError/damagedDatabase(path:reason:)`` and
  ///   ``PaintServerError/unwritable(path:reason:)``.
  public convenience init(path: String) throws(PaintServerError) {
    guard DurableDatabase.make(path) else {
      throw .unwritable(path: path, reason: "it cannot be made")
    }
    try self.init(path, preparing: LogSchema.prepare)
  }

  /// Opens a log that is there.
  ///
  /// - Throws: ``PaintServerError/missing(_:)`` besides.
  public convenience init(existing path: String) throws(PaintServerError) {
    try self.init(path, preparing: LogSchema.check)
  }

  private init(
    _ path: String, preparing prepare: @Sendable (Database) throws -> Void
  ) throws(PaintServerError) {
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path) }
    do {
      store = try DurableStore(path)
      try store.pool.write(prepare)
    } catch {
      throw Self.explain(error, path)
    }
  }

  /// Moves everything into the one file and closes it.
  public func close() { store.close() }

  // MARK: Reading

  /// All sessions, oldest first.
  public func sessions() throws(PaintServerError) -> [PaintingSession] {
    try fetch { try PaintingSession.fetch($0, sql: "ORDER BY id") }
  }

  /// The pictures of a session in their order.
  public func paintings(
    of session: PaintingSession.ID
  ) throws(PaintServerError) -> [LoggedPainting] {
    try fetch {
      try LoggedPainting.fetch($0, sql: "WHERE session = ? ORDER BY position", [session])
    }
  }

  /// The events of a picture in their order.
  public func events(of painting: LoggedPainting.ID) throws(PaintServerError) -> [LoggedEvent] {
    try fetch { try LoggedEvent.fetch($0, painting: painting) }
  }

  /// The file that a painter brought; nil where it is not kept any more.
  public func upload(_ sha256: String) throws(PaintServerError) -> [UInt8]? {
    try fetch { database in
      try Data.fetchOne(
        database, sql: "SELECT bytes FROM uploads WHERE sha256 = ?", arguments: [sha256]
      ).map { [UInt8]($0) }
    }
  }

  /// What opens a server that other machines may use; made with the log.
  func token() throws(PaintServerError) -> String {
    try fetch { database in
      guard
        let token = try String.fetchOne(
          database, sql: "SELECT value FROM secrets WHERE name = 'token'"),
        RandomToken.isToken(token)
      else { throw UnusableDatabase("its token is missing") }
      return token
    }
  }

  private func fetch<Value>(_ body: (Database) throws -> Value) throws(PaintServerError) -> Value {
    do { return try store.pool.read(body) } catch { throw Self.explain(error, path) }
  }

  private static func explain(_ error: any Error, _ path: String) -> PaintServerError {
    switch DatabaseTrouble(error) {
    case .damaged(let reason): .damagedDatabase(path: path, reason: reason)
    case .unwritable(let reason): .unwritable(path: path, reason: reason)
    }
  }

  /// Now, in seconds since 1970.
  static var now: Double { Date().timeIntervalSince1970 }
}
