/// All that one subject paints, in order.
public struct SubjectPlan: Codable, Sendable, Equatable {
  /// The subject's number, from 1.
  public let subject: Int
  /// The tasks, in order of position.
  public let tasks: [PaintTask]

  /// Makes a plan.
  public init(subject: Int, tasks: [PaintTask]) {
    self.subject = subject
    self.tasks = tasks
  }
}
