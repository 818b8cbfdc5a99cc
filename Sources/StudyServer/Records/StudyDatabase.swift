import Foundation
import GRDB
import PerceptualStudy
import WebService

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
    guard DurableDatabase.make(path) else {
      throw .unwritable(path: path, reason: "it cannot be made")
    }
    do {
      pool = try DurableDatabase.open(path)
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
      pool = try DurableDatabase.open(path)
      let texts = try pool.read { try StudySchema.check($0) }
      (salt, experimenterToken, completionCode) = (texts.salt, texts.token, texts.completionCode)
    } catch {
      throw Self.explain(error, path)
    }
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
  public func close() { DurableDatabase.close(pool, path: path) }

  static func explain(_ error: any Error, _ path: String) -> StudyServerError {
    if let error = error as? StudySchema.Fault {
      return .damagedDatabase(path: path, reason: error.reason)
    }
    return switch DurableDatabase.trouble(error) {
    case .damaged(let reason): .damagedDatabase(path: path, reason: reason)
    case .unwritable(let reason): .unwritable(path: path, reason: reason)
    }
  }
}
