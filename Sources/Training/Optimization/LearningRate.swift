import Foundation

/// The learning rate of every step: a linear warm-up at the start of the run, and half a cosine over
/// the whole run that ends at 0 (Loshchilov and Hutter 2017, arXiv:1608.03983, without restarts).
///
/// Time is counted in samples, so that phases with other batches keep the same curve. A phase may
/// have a rate of its own, which takes the common one's place under the same curve.
public struct LearningRate: Sendable {
  private let phases: [TrainingConfiguration.Phase]
  private let rate: Double
  private let warmupSteps: Int
  private let samples: Int

  /// The schedule of a configuration.
  public init(_ configuration: TrainingConfiguration) {
    phases = configuration.phases
    rate = configuration.optimizer.rate
    warmupSteps = configuration.optimizer.warmupSteps
    samples = max(1, configuration.samples)
  }

  /// The rate of a step.
  ///
  /// - Parameters:
  ///   - step: from 0 at the run's start.
  ///   - samples: seen before the step, in all phases.
  ///   - phase: the index of its phase.
  public func rate(step: Int, samples: Int, phase: Int) -> Double {
    let warmup = warmupSteps == 0 ? 1 : min(1, Double(step + 1) / Double(warmupSteps))
    let time = Double(samples) / Double(self.samples)
    return (phases[phase].rate ?? rate) * warmup * (0.5 + 0.5 * cos(.pi * time))
  }
}
