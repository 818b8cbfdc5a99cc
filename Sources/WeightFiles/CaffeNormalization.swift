/// The statistics of a Caffe `BatchNorm` layer as other frameworks keep them.
///
/// Caffe stores running sums and the sum of their weights, the scale factor; it multiplies by the
/// factor's reciprocal when it uses them.
public struct CaffeNormalization: Sendable, Equatable {
  /// The mean of every channel.
  public let mean: [Float]
  /// The variance of every channel, without the small number Caffe adds.
  public let variance: [Float]

  /// The statistics behind stored ones.
  ///
  /// - Parameters:
  ///   - mean: the first blob, one number a channel.
  ///   - variance: the second blob, as many numbers.
  ///   - factor: the third blob's number. Where it is 0, nothing was learnt, and Caffe takes zeros.
  public init(mean: [Float], variance: [Float], factor: Float) {
    precondition(mean.count == variance.count, "every channel has a mean and a variance")
    let scale = factor == 0 ? 0 : 1 / factor
    self.mean = mean.map { scale * $0 }
    self.variance = variance.map { scale * $0 }
  }

  /// The statistics of a layer, from its three blobs.
  ///
  /// - Throws: `WeightFileError`: `missingTensor`; `badTensor` for blobs of the wrong size;
  ///   `notFinite` where the factor is too small.
  public init(layer: String, of file: WeightFile) throws(WeightFileError) {
    let (mean, variance) = (try file.tensor("\(layer).0"), try file.tensor("\(layer).1"))
    let factor = try file.tensor("\(layer).2")
    for (blob, tensor, expected) in [(1, variance, mean.count), (2, factor, 1)]
    where tensor.count != expected {
      throw .badTensor(
        path: file.path, tensor: "\(layer).\(blob)",
        fault: .count(expected: expected, found: tensor.count))
    }
    self.init(
      mean: mean.values, variance: variance.values, factor: factor.values.first ?? 0)
    for (blob, values) in [self.mean, self.variance].enumerated() {
      if let index = values.firstNotFinite {
        throw .notFinite(path: file.path, tensor: "\(layer).\(blob)", index: index)
      }
    }
  }
}
