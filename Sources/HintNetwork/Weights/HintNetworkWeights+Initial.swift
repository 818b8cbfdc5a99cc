import NetworkWeights
import NeuralEngine

extension HintNetworkWeights {
  /// Weights to start learning from, drawn from a seed as `Parameters` does; the last layer's kernel
  /// is a tenth of that, so that tanh begins in its middle.
  ///
  /// - Returns: weights whose path is `initial weights`, and which have no hash.
  public static func initial(
    _ architecture: HintNetworkArchitecture, seed: UInt64
  ) -> HintNetworkWeights {
    HintNetworkWeights(
      architecture: architecture,
      parameters: Parameters(initialFor: architecture.graph(), seed: seed) {
        $0 == "model_out.0.weight" ? 0.1 : 1
      }, path: "initial weights", sha256: "")
  }

  /// Weights from memory, such as those of a training that goes on.
  ///
  /// - Parameters:
  ///   - parameters: every array of the network, in its shape.
  ///   - chrominanceScale: what tanh is multiplied by.
  ///   - pictureSide: the longer side of the pictures it is for; nil for any size.
  ///   - name: stands in messages where a file's path would.
  /// - Throws: ``HintNetworkError`` for an array that is missing or has another shape.
  public init(
    _ architecture: HintNetworkArchitecture, parameters: Parameters,
    chrominanceScale: Float = HintNetworkArchitecture.chrominanceRange,
    pictureSide: Int? = nil, name: String
  ) throws(HintNetworkError) {
    for (tensor, shape) in architecture.graph().parameterShapes {
      guard let found = parameters.tensors[tensor] else {
        throw .weights(
          .missingTensor(
            path: name, tensor: tensor, shape: shape, network: architecture.summary))
      }
      guard found.shape == shape else {
        throw .weights(
          .wrongShape(
            path: name, tensor: tensor, found: found.shape, expected: shape,
            network: architecture.summary))
      }
    }
    self.init(
      architecture: architecture, parameters: parameters, path: name, sha256: "",
      chrominanceScale: chrominanceScale, pictureSide: pictureSide)
  }
}
