import CTraining

/// The Huber loss of a and b, summed over both and averaged over pixels.
///
/// Zhang et al. 2017, equation 2, https://doi.org/10.1145/3072959.3073703, with δ = 1 there:
/// ½d² where |d| ≤ δ, else δ(|d| − ½δ). In PyTorch `2 * huber_loss(ab, truth, delta=δ)`.
public struct HuberLoss: LossTerm {
  /// `huber`.
  public let name = "huber"
  /// The output with a and b in Lab units.
  public let output: String
  /// What the loss is multiplied by.
  public let weight: Double
  /// From where the loss grows linearly, in Lab units, positive.
  public let delta: Double

  /// A loss of an output N×2×H×W.
  public init(of output: String, delta: Double = 1, weight: Double = 1) {
    self.output = output
    self.delta = delta
    self.weight = weight
  }

  /// Judges chrominance.
  public func evaluate(
    _ output: UnsafeBufferPointer<Float>, for batch: TrainingBatch,
    gradient: UnsafeMutableBufferPointer<Float>
  ) -> Double {
    batch.meanLoss(
      of: output, gradient: gradient, weight: weight,
      over: batch.count * batch.height * batch.width
    ) { prediction, truth, slope, scale in
      ht_huber(prediction, truth, slope, output.count, Float(delta), scale)
    }
  }
}
