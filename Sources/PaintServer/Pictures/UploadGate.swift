import Synchronization

/// How many files are on their way in at once, so that their bytes together stay bounded.
final class UploadGate: Sendable {
  private static let most = 4
  private let count = Mutex(0)

  /// Runs the body while there is room.
  ///
  /// - Throws: ``PaintRefusal/full``, and what the body throws.
  func pass<Value>(
    _ body: () async throws(PaintRefusal) -> Value
  ) async throws(PaintRefusal) -> Value {
    let hasRoom = count.withLock { count in
      guard count < Self.most else { return false }
      count += 1
      return true
    }
    guard hasRoom else { throw .full }
    defer { count.withLock { $0 -= 1 } }
    return try await body()
  }
}
