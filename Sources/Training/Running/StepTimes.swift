/// Where the time of steps went, in seconds.
public struct StepTimes: Sendable, Equatable {
  /// Waiting for batches and showing them to the network.
  public var data = 0.0
  /// The network's outputs.
  public var forward = 0.0
  /// Judging them.
  public var loss = 0.0
  /// The gradients.
  public var backward = 0.0
  /// Norm, weights, moments and averages.
  public var optimizer = 0.0

  /// No time.
  public init() {}

  /// All of it.
  public var total: Double { data + forward + loss + backward + optimizer }

  /// Adds the times of further steps.
  public static func += (times: inout StepTimes, more: StepTimes) {
    times.data += more.data
    times.forward += more.forward
    times.loss += more.loss
    times.backward += more.backward
    times.optimizer += more.optimizer
  }
}
