import Synchronization

/// Says how far a measurement is: a line every few seconds, so that it costs no time.
final class BenchPace: Sendable {
  /// Between two lines.
  private static let pause = Duration.seconds(5)

  private let last = Mutex(ContinuousClock.now)

  /// Tells a line where the last one was long enough ago.
  func tell(_ text: @autoclosure () -> String) {
    let isDue = last.withLock { last in
      guard ContinuousClock.now - last >= Self.pause else { return false }
      last = .now
      return true
    }
    if isDue { Console.note(text()) }
  }
}
