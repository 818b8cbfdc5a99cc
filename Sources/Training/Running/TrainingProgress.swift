/// What there is to tell of a training under way.
public struct TrainingProgress: Sendable {
  /// Steps done, those before a resumption included.
  public let step: Int
  /// Steps in all.
  public let steps: Int
  /// Samples seen.
  public let samples: Int
  /// The phase, from 1, and how many there are.
  public let phase: (number: Int, count: Int)
  /// Running means of the loss terms, by name.
  public let losses: [(name: String, value: Double)]
  /// The rate of the last step.
  public let rate: Double
  /// Samples a second, of late.
  public let samplesPerSecond: Double
  /// Seconds spent, those before a resumption included.
  public let elapsed: Double
  /// Seconds still needed at the rate of late; nil before the first step.
  public let remaining: Double?
  /// The last judgement, one line; empty before the first.
  public let judgement: String
}
