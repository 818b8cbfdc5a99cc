import GRDB

/// What people did, in a ``DurableDatabase``: one transaction after the other.
public struct DurableStore<Refusal: StorageRefusal>: Sendable {
  /// Where the file is.
  public let path: String
  /// The open file.
  public let pool: DatabasePool
  private let identity: FileIdentity

  /// Opens a file.
  ///
  /// - Throws: ``UnusableDatabase``, and what SQLite throws; ``DatabaseTrouble`` tells what it means.
  public init(_ path: String) throws {
    guard let identity = FileIdentity(path) else { throw UnusableDatabase("it is not there") }
    self.path = path
    self.identity = identity
    pool = try DurableDatabase.open(path)
  }

  /// Runs one transaction; its changes are durable when this returns.
  ///
  /// - Throws: the body's own refusal; `notSaved` where nothing was changed.
  public func write<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws(Refusal) -> Value {
    guard FileIdentity(path) == identity else { throw .notSaved }
    do {
      return try await pool.write(body)
    } catch {
      throw error as? Refusal ?? .notSaved
    }
  }

  /// Reads in one transaction.
  ///
  /// - Throws: the body's own refusal; `notSaved` where nothing can be read.
  public func read<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws(Refusal) -> Value {
    do {
      return try await pool.read(body)
    } catch {
      throw error as? Refusal ?? .notSaved
    }
  }

  /// Moves everything into the one file and closes it.
  public func close() { DurableDatabase.close(pool, path: path) }
}
