import CNeuralKernels
import CTraining

/// The cross-entropy between the predicted distribution over colour bins and the true colour,
/// softly encoded in its ten nearest bins, averaged over places.
///
/// Zhang et al. 2017, equation 3, https://doi.org/10.1145/3072959.3073703. In PyTorch
/// `cross_entropy(logits, target)` with probabilities as target.
public struct ColorCrossEntropy: LossTerm {
  /// `cross_entropy`.
  public let name = "cross_entropy"
  /// The output with the logits, N×Q×H/4×W/4.
  public let output: String
  /// What the loss is multiplied by.
  public let weight: Double

  /// A loss of logits.
  public init(of output: String, weight: Double = 1) {
    self.output = output
    self.weight = weight
  }

  /// Judges logits.
  public func evaluate(
    _ output: UnsafeBufferPointer<Float>, for batch: TrainingBatch,
    gradient: UnsafeMutableBufferPointer<Float>
  ) -> Double {
    let places = (batch.height / 4) * (batch.width / 4)
    let all = batch.count * places
    guard all > 0, let logits = output.baseAddress, let slope = gradient.baseAddress else {
      return 0
    }
    let channels = output.count / all
    let nearest = batch.bins.count / all
    precondition(
      channels * all == output.count && gradient.count == output.count
        && nearest * all == batch.bins.count && batch.binWeights.count == batch.bins.count,
      "one distribution and one target a place")
    precondition(
      batch.bins.allSatisfy { (0..<Int32(channels)).contains($0) }, "bins of the network's head")
    hb_softmax(logits, slope, Int32(batch.count), Int32(channels), places)
    return batch.bins.withUnsafeBufferPointer { bins in
      batch.binWeights.withUnsafeBufferPointer { weights in
        guard let bins = bins.baseAddress, let weights = weights.baseAddress else { return 0 }
        return ht_cross_entropy(
          logits, slope, bins, weights, Int32(batch.count), Int32(channels), places,
          Int32(nearest), Float(weight / Double(all)))
      }
    } / Double(all)
  }
}
