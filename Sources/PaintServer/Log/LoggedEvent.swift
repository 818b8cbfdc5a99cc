import Painting

/// An event with the time at which the server had it on its disk.
public struct LoggedEvent: Sendable, Equatable {
  /// What was done.
  public let event: PaintingEvent
  /// When it was stored, in seconds since 1970.
  public let receivedAt: Double
}
