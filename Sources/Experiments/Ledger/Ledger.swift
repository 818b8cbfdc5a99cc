import Crypto
import DatabaseFiles
import Foundation
import GRDB
import Prose

/// What is done: one row a finished unit, written in one transaction.
///
/// Rows are keyed by content (``StudyUnit/key``) and carry a digest, so a row that was damaged on disk is
/// found and done again rather than trusted.
public final class Ledger: Sendable {
  /// The file's name in a run folder.
  public static let fileName = "ledger.sqlite"
  /// Marks the file as "HBnc".
  private static let layout = DatabaseLayout(applicationID: 0x4842_6E63, version: 1)

  private let database: DatabaseQueue
  private let path: String

  /// Opens or makes a ledger.
  ///
  /// - Throws: ``ExperimentError/damagedLedger(path:reason:)`` when the file is no intact ledger.
  public init(path: String) throws(ExperimentError) {
    self.path = path
    do {
      var configuration = Configuration()
      configuration.busyMode = .timeout(30)
      database = try DatabaseQueue(path: path, configuration: configuration)
      try database.write(Self.prepare)
    } catch {
      throw Self.explain(error, path)
    }
  }

  /// Opens an existing ledger for reading only.
  public init(reading path: String) throws(ExperimentError) {
    self.path = path
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path) }
    do {
      var configuration = Configuration()
      configuration.readonly = true
      database = try DatabaseQueue(path: path, configuration: configuration)
      try database.read(Self.layout.check)
    } catch {
      throw Self.explain(error, path)
    }
  }

  /// The result of a unit, nil when it is not done (or its row is damaged).
  public func result(of key: String) throws(ExperimentError) -> UnitResult? {
    let row: (payload: Data, digest: String)?
    do {
      row = try database.read { database in
        try Row.fetchOne(
          database, sql: "SELECT payload, digest FROM unit WHERE key = ?", arguments: [key]
        ).map { ($0["payload"], $0["digest"]) }
      }
    } catch {
      throw Self.explain(error, path)
    }
    guard let row, row.digest == Self.digest(key: key, payload: row.payload) else { return nil }
    return try? Self.decoder().decode(UnitResult.self, from: row.payload)
  }

  /// Keeps the result of a finished unit; durable when this returns.
  public func record(_ result: UnitResult, of unit: StudyUnit) throws(ExperimentError) {
    try record(result, key: unit.key, name: unit.name)
  }

  /// Keeps a result under its key; `name` is for people who look into the file.
  public func record(_ result: UnitResult, key: String, name: String) throws(ExperimentError) {
    do {
      let payload = try Self.encoder().encode(result)
      try database.write { database in
        try database.execute(
          sql: "INSERT OR REPLACE INTO unit (key, name, payload, digest) VALUES (?, ?, ?, ?)",
          arguments: [key, name, payload, Self.digest(key: key, payload: payload)])
      }
    } catch {
      throw Self.explain(error, path)
    }
  }

  // MARK: Layout

  private static func prepare(_ database: Database) throws {
    try layout.prepare(database) { database in
      try database.execute(
        sql: """
          CREATE TABLE unit (
            key TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, payload BLOB NOT NULL,
            digest TEXT NOT NULL
          );
          """)
    }
  }

  private static func explain(_ error: any Error, _ path: String) -> ExperimentError {
    switch DatabaseTrouble(error) {
    case .damaged(let reason): .damagedLedger(path: path, reason: reason)
    case .unwritable(let reason): .unwritable(path, reason: reason)
    }
  }

  private static func digest(key: String, payload: Data) -> String {
    SHA256.hash(data: Data(key.utf8) + payload).hexadecimal
  }

  private static func encoder() -> JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return encoder
  }

  private static func decoder() -> JSONDecoder {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return decoder
  }
}
