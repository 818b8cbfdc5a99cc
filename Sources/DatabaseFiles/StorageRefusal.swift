/// Why something was not stored or read.
public protocol StorageRefusal: Error {
  /// Nothing was stored: the disk is full, or the file is locked, read-only, moved or damaged.
  static var notSaved: Self { get }
}
