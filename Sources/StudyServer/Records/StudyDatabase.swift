import Foundation
import GRDB
import PerceptualStudy

/// What judges did: sessions, answers and events in an SQLite file.
///
/// The file is in write-ahead mode and synchronous FULL: a transaction that has returned survives the
/// loss of the process and of power (https://www.sqlite.org/pragma.html#pragma_synchronous).
public final class StudyDatabase: Sendable {
  /// The file's name in a design's folder.
  public static let fileName = "judgements.sqlite"

  /// Where the file is.
  public let path: String

  let pool: DatabasePool
  /// Random letters under which names of workers are hashed.
  let salt: String
  /// What opens the experimenter's page.
  let experimenterToken: String
  /// What a judge hands in after the study, the same for all of a study.
  let completionCode: String

  private let identity: FileIdentity

  /// Opens the database of a study, or makes it, readable by its owner only.
  public init(path: String, design: StudyDesign) throws(StudyServerError) {
    self.path = path
    // SQLite gives a new file, and those beside it, the permissions of the one that is there.
    guard
      FileManager.default.fileExists(atPath: path)
        || FileManager.default.createFile(
          atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    else { throw .unwritable(path: path, reason: "it cannot be made") }
    do {
      pool = try Self.open(path)
      let texts = try pool.write { try StudySchema.prepare($0, design: design) }
      (salt, experimenterToken, completionCode) = (texts.salt, texts.token, texts.completionCode)
    } catch {
      throw Self.explain(error, path)
    }
    guard let identity = FileIdentity(path) else {
      throw .unwritable(path: path, reason: "it is not there")
    }
    self.identity = identity
  }

  /// Opens an existing database of any study, to change it.
  public init(existing path: String) throws(StudyServerError) {
    self.path = path
    guard let identity = FileIdentity(path) else { throw .missing(path) }
    self.identity = identity
    do {
      pool = try Self.open(path)
      let texts = try pool.read { try StudySchema.check($0) }
      (salt, experimenterToken, completionCode) = (texts.salt, texts.token, texts.completionCode)
    } catch {
      throw Self.explain(error, path)
    }
  }

  private static func open(_ path: String) throws -> DatabasePool {
    // SQLite takes a file of a few bytes for an empty database.
    let start = try FileHandle(forReadingFrom: URL(fileURLWithPath: path)).read(upToCount: 16)
    guard start?.isEmpty ?? true || start == Data("SQLite format 3\u{0}".utf8) else {
      throw StudySchema.Fault.corrupt("it is no SQLite file")
    }
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      // What is deleted on a judge's wish is overwritten.
      try database.execute(sql: "PRAGMA secure_delete = ON")
    }
    let pool = try DatabasePool(path: path, configuration: configuration)
    // After the opening, which chooses NORMAL. The pool has one connection that writes.
    try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    return pool
  }

  // MARK: Transactions

  /// Runs one transaction; its changes are durable when this returns.
  ///
  /// - Throws: the body's own ``Refusal``; ``Refusal/notSaved`` where nothing was changed because the
  ///   disk is full, the file is locked, read-only, moved or damaged.
  func write<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws(Refusal) -> Value {
    guard FileIdentity(path) == identity else { throw .notSaved }
    do {
      return try await pool.write(body)
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      throw .notSaved
    }
  }

  /// Reads in one transaction.
  func read<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws(Refusal) -> Value {
    do {
      return try await pool.read(body)
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      throw .notSaved
    }
  }

  /// Moves everything into the one file and closes it.
  public func close() {
    try? pool.close()
    // The pool's last connection to close may be one that only reads and leaves the journal behind.
    let last = try? DatabaseQueue(path: path)
    _ = try? last?.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    try? last?.close()
  }

  static func explain(_ error: any Error, _ path: String) -> StudyServerError {
    switch error {
    case let error as StudySchema.Fault:
      .damagedDatabase(path: path, reason: error.reason)
    case let error as DatabaseError
    where [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR, .SQLITE_MISMATCH].contains(
      error.resultCode):
      .damagedDatabase(path: path, reason: error.message ?? "it is no SQLite file")
    case let error as DatabaseError:
      .unwritable(path: path, reason: error.message ?? "\(error.resultCode)")
    default: .unwritable(path: path, reason: "\(error)")
    }
  }
}
