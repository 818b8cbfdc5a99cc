/// When a judge's answers are left out: fixed in the design, before anybody judges.
public struct ExclusionRule: Codable, Sendable, Equatable {
  /// Largest share of vigilance trials that a judge may miss, 0…1.
  public var missedVigilance: Double
  /// Least share of main trials that must be answered, 0…1.
  public var answeredMain: Double
  /// Least median reaction time in milliseconds; faster is guessing.
  public var medianReaction: Double

  /// Makes a rule; by default at most a quarter of vigilance trials missed, nine tenths of the main
  /// ones answered, and a median reaction of 150 ms.
  public init(
    missedVigilance: Double = 0.25, answeredMain: Double = 0.9, medianReaction: Double = 150
  ) {
    self.missedVigilance = missedVigilance
    self.answeredMain = answeredMain
    self.medianReaction = medianReaction
  }
}
