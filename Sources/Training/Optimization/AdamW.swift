import AlignedMemory
import CNeuralKernels
import CTraining
import Foundation

/// AdamW with clipped gradients, as `torch.optim.AdamW` and `clip_grad_norm_` have them, and a moving
/// average of the weights.
///
/// Loshchilov and Hutter 2019, "Decoupled weight decay regularization", arXiv:1711.05101. The average
/// is a copy of the weights after the first step, and its memory grows with its age, n/(n + 10) after
/// n steps, up to the setting: so that the initial weights do not linger in a short training's.
public final class AdamW {
  /// The settings.
  public let settings: TrainingConfiguration.Optimizer
  /// The running mean of gradients, in the weights' order.
  public let firstMoment: AlignedBuffer<Float>
  /// The running mean of squared gradients.
  public let secondMoment: AlignedBuffer<Float>
  /// The moving average of the weights.
  public let average: AlignedBuffer<Float>
  /// The moving average of the statistics.
  public let averageStatistics: AlignedBuffer<Float>
  /// Steps so far.
  public var steps = 0
  /// What the rate is multiplied by for each weight; nil for 1.
  private let factors: AlignedBuffer<Float>?

  /// Moments of zero.
  ///
  /// - Parameters:
  ///   - count: weights.
  ///   - statisticsCount: running means and variances, which are averaged, too.
  ///   - factors: what the rate is multiplied by for each weight, in the weights' order; nil for 1.
  public init(
    _ settings: TrainingConfiguration.Optimizer, count: Int, statisticsCount: Int,
    factors: AlignedBuffer<Float>? = nil
  ) {
    precondition(factors.map { $0.count == count } ?? true, "a factor a weight")
    self.settings = settings
    self.factors = factors
    firstMoment = AlignedBuffer(count: count, repeating: 0)
    secondMoment = AlignedBuffer(count: count, repeating: 0)
    average = AlignedBuffer(count: count, repeating: 0)
    averageStatistics = AlignedBuffer(count: statisticsCount, repeating: 0)
  }

  /// The Euclidean norm of all gradients; not finite where one of them is not.
  public static func norm(_ gradients: AlignedBuffer<Float>) -> Double {
    ht_squared_norm(gradients.start, gradients.count).squareRoot()
  }

  /// Changes the weights, the moments and the averages.
  ///
  /// - Parameters:
  ///   - weights: changed in place.
  ///   - gradients: in the same order.
  ///   - statistics: as the step's forward pass left them.
  ///   - norm: of the gradients.
  ///   - rate: of this step.
  public func step(
    _ weights: AlignedBuffer<Float>, gradients: AlignedBuffer<Float>,
    statistics: AlignedBuffer<Float>, norm: Double, rate: Double
  ) {
    steps += 1
    let (beta1, beta2) = (settings.betas[0], settings.betas[1])
    let age = Double(steps - 1)
    let fresh = Float(1 - min(settings.average, age / (age + 10)))
    var step = ht_adamw(
      gradient_scale: Float(min(1, settings.clip / (norm + 1e-6))),
      beta1: Float(beta1), beta2: Float(beta2),
      kept: Float(1 - rate * settings.weightDecay),
      step_size: Float(rate / (1 - pow(beta1, Double(steps)))),
      second_scale: Float((1 - pow(beta2, Double(steps))).squareRoot()),
      epsilon: Float(settings.epsilon), fresh: fresh)
    ht_adamw_step(
      &step, factors?.start, gradients.start, firstMoment.start, secondMoment.start, weights.start,
      average.start, weights.count)
    ht_average(statistics.start, averageStatistics.start, statistics.count, fresh)
  }
}
