/// The sequence of trials of one cell of the design, to be given to one judge.
public struct JudgeSchedule: Codable, Sendable, Equatable {
  /// The cell's number, from 1.
  public let judge: Int
  /// Its trials, in order of position.
  public let trials: [Trial]

  /// Makes a schedule.
  public init(judge: Int, trials: [Trial]) {
    self.judge = judge
    self.trials = trials
  }
}
