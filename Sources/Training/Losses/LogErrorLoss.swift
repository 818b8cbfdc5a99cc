import CTraining

/// The error of a picture's chrominance in decibels, averaged over pictures.
///
/// 10·log₁₀(e + floor), where e is the squared error summed over a and b and averaged over the
/// picture's pixels. Tables average PSNR, a logarithm of each picture's squared error, and so does this:
/// a picture with little colour counts as much as one with much, which no loss that is averaged over
/// pixels does. The floor keeps pictures that are nearly right from outweighing all others.
public struct LogErrorLoss: LossTerm {
  /// `log_error`.
  public let name = "log_error"
  /// The output with a and b in Lab units.
  public let output: String
  /// What the loss is multiplied by.
  public let weight: Double
  /// Added to the squared error, in squared Lab units, positive.
  public let floor: Double

  /// A loss of an output N×2×H×W.
  public init(of output: String, floor: Double, weight: Double = 1) {
    self.output = output
    self.floor = floor
    self.weight = weight
  }

  /// Judges chrominance.
  public func evaluate(
    _ output: UnsafeBufferPointer<Float>, for batch: TrainingBatch,
    gradient: UnsafeMutableBufferPointer<Float>
  ) -> Double {
    let pixels = batch.height * batch.width
    return batch.meanLoss(
      of: output, gradient: gradient, weight: weight, over: batch.count
    ) { prediction, truth, slope, scale in
      ht_log_error(
        prediction, truth, slope, batch.count, 2 * pixels, pixels, Float(floor), scale)
    }
  }
}
