import PerceptualStudy

/// What simulated judges did, as they know it themselves.
public struct SimulationOutcome: Sendable {
  /// Every answer that the server has acknowledged, by cell, judge and position.
  public let judgements: [Judgement]
  /// Milliseconds from sending an answer to its acknowledgement, ascending.
  public let latencies: [Double]
  /// Requests that had to be sent again.
  public let retries: Int
  /// Seconds in all.
  public let elapsed: Double

  /// A quantile of the latencies by nearest rank, in milliseconds; nil without answers.
  ///
  /// - Parameter share: 0…1.
  public func latency(_ share: Double) -> Double? {
    guard !latencies.isEmpty else { return nil }
    let rank = Int((share * Double(latencies.count)).rounded(.up))
    return latencies[min(max(rank, 1), latencies.count) - 1]
  }
}
