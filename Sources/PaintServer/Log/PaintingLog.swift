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
  public let path: String

  let pool: DatabasePool
  private let identity: FileIdentity

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
    self.path = path
    guard let identity = FileIdentity(path) else { throw .missing(path) }
    self.identity = identity
    do {
      pool = try DurableDatabase.open(path)
      try pool.write(prepare)
    } catch {
      throw Self.explain(error, path)
    }
  }

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
      else { throw LogSchema.Fault.badRow("its token is missing") }
      return token
    }
  }

  /// Moves everything into the one file and closes it.
  public func close() { DurableDatabase.close(pool, path: path) }

  private func fetch<Value>(_ body: (Database) throws -> Value) throws(PaintServerError) -> Value {
    do { return try pool.read(body) } catch { throw Self.explain(error, path) }
  }

  static func explain(_ error: any Error, _ path: String) -> PaintServerError {
    if let error = error as? LogSchema.Fault {
      return .damagedDatabase(path: path, reason: error.reason)
    }
    return switch DurableDatabase.trouble(error) {
    case .damaged(let reason): .damagedDatabase(path: path, reason: reason)
    case .unwritable(let reason): .unwritable(path: path, reason: reason)
    }
  }

  // MARK: Transactions of the server

  /// Runs one transaction; its changes are durable when this returns.
  ///
  /// - Throws: the body's own refusal; ``PaintRefusal/notSaved`` where nothing was changed.
  func write<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws(PaintRefusal) -> Value {
    guard FileIdentity(path) == identity else { throw .notSaved }
    do {
      return try await pool.write(body)
    } catch let refusal as PaintRefusal {
      throw refusal
    } catch {
      throw .notSaved
    }
  }

  /// Reads in one transaction.
  func read<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws(PaintRefusal) -> Value {
    do {
      return try await pool.read(body)
    } catch let refusal as PaintRefusal {
      throw refusal
    } catch {
      throw .notSaved
    }
  }

  /// Now, in seconds since 1970.
  static var now: Double { Date().timeIntervalSince1970 }
}
