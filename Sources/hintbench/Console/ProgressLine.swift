import Experiments
import Foundation
import Synchronization

/// Shows how far a run is: a bar with an estimate on a terminal, a plain line now and then elsewhere.
final class ProgressLine: Sendable {
  /// Seconds between plain lines.
  private static let pause = 15.0

  private let lastTold = Mutex(-ProgressLine.pause)

  /// Shows progress.
  func show(_ progress: StudyRunner.Progress) {
    let isLast = progress.done == progress.total
    if Console.isTerminal {
      Console.write("\r\u{1B}[K" + Self.bar(progress) + (isLast ? "\n" : ""))
    } else if isLast || isDue(progress.elapsed) {
      Console.note(Self.summary(progress))
    }
  }

  private func isDue(_ elapsed: Double) -> Bool {
    lastTold.withLock { last in
      guard elapsed - last >= Self.pause else { return false }
      last = elapsed
      return true
    }
  }

  private static func bar(_ progress: StudyRunner.Progress) -> String {
    let width = 28
    let filled = progress.total == 0 ? width : width * progress.done / progress.total
    let bar = String(repeating: "█", count: filled) + String(repeating: "·", count: width - filled)
    return "\(bar) \(summary(progress))"
  }

  private static func summary(_ progress: StudyRunner.Progress) -> String {
    var text = "\(progress.done)/\(progress.total) units"
    if progress.resumed > 0 { text += " (\(progress.resumed) from before)" }
    text += ", \(clock(progress.elapsed))"
    if let remaining = progress.remaining, progress.done < progress.total {
      text += ", about \(clock(remaining)) left"
    }
    return text
  }

  private static func clock(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded())
    return whole >= 3600
      ? String(format: "%d:%02d h", whole / 3600, whole % 3600 / 60)
      : String(format: "%d:%02d min", whole / 60, whole % 60)
  }
}
