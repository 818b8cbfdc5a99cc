import GRDB

/// What an error of a database means.
public enum DatabaseTrouble: Sendable, Equatable {
  /// The file is none of ours, or broken.
  case damaged(String)
  /// The file cannot be written.
  case unwritable(String)

  /// Tells a broken file from one that cannot be written.
  public init(_ error: any Error) {
    self =
      switch error {
      case let error as UnusableDatabase: .damaged(error.reason)
      case let error as DatabaseError
      where [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR, .SQLITE_MISMATCH].contains(
        error.resultCode):
        .damaged(error.message ?? "it is no SQLite file")
      case let error as DatabaseError: .unwritable(error.message ?? "\(error.resultCode)")
      default: .unwritable("\(error)")
      }
  }
}
