import Experiments
import Foundation
import Synchronization
import Training

/// Shows how far a run is: a bar with an estimate on a terminal, a plain line now and then elsewhere.
final class ProgressLine: Sendable {
  /// Seconds between plain lines.
  private static let pause = 15.0
  /// Seconds between two states of the bar.
  private static let blink = 0.1
  /// Letters of the bar.
  private static let width = 28

  private let lastTold = Mutex(-ProgressLine.pause)

  /// Shows the progress of a run.
  ///
  /// - Parameter things: what is worked on, in the plural.
  func show(_ progress: WorkProgress, of things: String = "units") {
    show(
      progress.done, of: progress.total, elapsed: progress.elapsed,
      summary: Self.summary(progress, of: things))
  }

  /// Shows the progress of a training.
  func show(_ progress: TrainingProgress) {
    show(
      progress.step, of: progress.steps, elapsed: progress.elapsed,
      summary: Self.summary(progress))
  }

  private func show(_ done: Int, of total: Int, elapsed: Double, summary: String) {
    let isLast = done == total
    guard isLast || isDue(elapsed) else { return }
    if Console.isTerminal {
      let filled = total == 0 ? Self.width : Self.width * done / total
      let bar =
        String(repeating: "█", count: filled) + String(repeating: "·", count: Self.width - filled)
      Console.progress("\(bar) \(summary)", isLast: isLast)
    } else {
      Console.note(summary)
    }
  }

  private func isDue(_ elapsed: Double) -> Bool {
    lastTold.withLock { last in
      guard elapsed - last >= (Console.isTerminal ? Self.blink : Self.pause) else { return false }
      last = elapsed
      return true
    }
  }

  private static func summary(_ progress: TrainingProgress) -> String {
    let losses = progress.losses.map { "\($0.name) " + String(format: "%.3f", $0.value) }
    var text = "step \(progress.step)/\(progress.steps)"
    if progress.phase.count > 1 { text += ", phase \(progress.phase.number)" }
    text += ", " + losses.joined(separator: ", ")
    text += String(format: ", rate %.2g, %.1f samples/s", progress.rate, progress.samplesPerSecond)
    text += ", \(clock(progress.elapsed))"
    if let remaining = progress.remaining, progress.step < progress.steps {
      text += ", about \(clock(remaining)) left"
    }
    return text + (progress.judgement.isEmpty ? "" : "; \(progress.judgement)")
  }

  private static func summary(_ progress: WorkProgress, of things: String) -> String {
    var text = "\(progress.done)/\(progress.total) \(things)"
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
