import PerceptualStudy
import PlainHTTP

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
  public func latency(_ share: Double) -> Double? { latencies.nearestRank(share) }
}
