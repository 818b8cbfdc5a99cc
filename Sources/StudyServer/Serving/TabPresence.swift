import Foundation
import Synchronization

/// Which pages are open: they send a heartbeat. Kept in memory only.
final class TabPresence: Sendable {
  /// Seconds between heartbeats.
  static let heartbeat = 4
  /// A page that was silent for so many seconds is closed.
  private static let patience = 12.0

  private struct Sign {
    var tab: String
    var time: Double
  }

  private let signs = Mutex<[Int64: Sign]>([:])

  /// A page has shown that it is open.
  func note(_ tab: String, session: Int64) {
    let now = Self.now
    signs.withLock { signs in
      signs[session] = Sign(tab: tab, time: now)
      // Pages that are closed are forgotten, so that the table stays small.
      if signs.count > 4096 { signs = signs.filter { now - $0.value.time < Self.patience } }
    }
  }

  /// Whether a session's page is open.
  func isAlive(_ tab: String, session: Int64) -> Bool {
    signs.withLock { signs in
      signs[session].map { $0.tab == tab && Self.now - $0.time < Self.patience } ?? false
    }
  }

  /// Seconds of a clock that nobody sets.
  private static var now: Double { ProcessInfo.processInfo.systemUptime }
}
