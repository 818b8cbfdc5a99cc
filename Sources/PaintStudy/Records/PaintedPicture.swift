import PaintServer
import Painting

/// What one subject did with one picture, as the log tells.
public struct PaintedPicture: Sendable, Equatable {
  /// Who painted.
  public let subject: SubjectName
  /// What was to be painted, and in which arm.
  public let task: PaintTask
  /// What was done, in order; never empty.
  public let events: [PaintingEvent]
  /// Whether the painter came to the end: saved it, or time was up.
  public let isFinished: Bool

  /// Makes a record; without events there is none.
  public init?(
    subject: SubjectName, task: PaintTask, events: [PaintingEvent], isFinished: Bool
  ) {
    guard !events.isEmpty else { return nil }
    self.subject = subject
    self.task = task
    self.events = events
    self.isFinished = isFinished
  }

  /// Whether it counts: finished, and not for training.
  public var counts: Bool { isFinished && task.kind == .main }

  /// The last state.
  public var result: PaintingState { events.last?.state ?? PaintingState() }

  /// The state at a time, in milliseconds since the picture was shown; untouched before the first
  /// event.
  public func state(at milliseconds: Double) -> PaintingState {
    let past = events.last { $0.milliseconds <= milliseconds }
    return past?.state ?? PaintingState(method: events[0].state.method)
  }

  /// How long it was painted, in seconds: up to the last event, and no longer than the time given.
  public var seconds: Double {
    min(max((events.last?.milliseconds ?? 0) / 1000, 0), Double(task.seconds))
  }

  /// Points added.
  public var pointsAdded: Int { events.count { $0.action == .add } }

  /// Where each chosen colour came from.
  public var sources: [PaintingEvent.ColorSource] { events.compactMap(\.source) }

  /// When the first point was added, in seconds; nil where none was.
  public var firstPoint: Double? {
    events.first { $0.action == .add }.map { $0.milliseconds / 1000 }
  }
}
