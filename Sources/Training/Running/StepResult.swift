/// What one step showed.
public struct StepResult: Sendable, Equatable {
  /// The value of every loss term, not weighted, in the network's order.
  public let losses: [Double]
  /// The norm of all gradients before clipping; 0 where a loss was not finite.
  public let gradientNorm: Double
  /// What is infinite or not a number; nil where all is well. The weights did not follow then.
  public let fault: String?
  /// Where the time went.
  public internal(set) var times: StepTimes
}
