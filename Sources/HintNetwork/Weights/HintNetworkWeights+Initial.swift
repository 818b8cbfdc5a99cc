import NeuralEngine
import SeededChance

extension HintNetworkWeights {
  /// Weights to start learning from, drawn from a seed.
  ///
  /// Kernels are normal with variance 2/fan-in (He et al. 2015, arXiv:1502.01852), where the fan-in
  /// is the second axis times the kernel's area, as PyTorch counts it for transposed kernels, too.
  /// Biases are 0, normalizations the identity with statistics of mean 0 and variance 1. The last
  /// layer's kernel is a tenth of that, so that tanh begins in its middle. Every array depends on
  /// the seed and its name only.
  ///
  /// - Returns: weights whose path is `initial weights`, and which have no hash.
  public static func initial(
    _ architecture: HintNetworkArchitecture, seed: UInt64
  ) -> HintNetworkWeights {
    var tensors: [String: Parameters.Tensor] = [:]
    for (name, shape) in architecture.graph().parameterShapes {
      let count = shape.reduce(1, *)
      let values: [Float]
      if shape.count == 4 {
        var deviation = (2 / Float(shape[1] * shape[2] * shape[3])).squareRoot()
        if name == "model_out.0.weight" { deviation *= 0.1 }
        values = normal(count, deviation: deviation, seed: seed, name: name)
      } else {
        let isOne = name.hasSuffix(".weight") || name.hasSuffix(".running_var")
        values = [Float](repeating: isOne ? 1 : 0, count: count)
      }
      tensors[name] = .init(shape: shape, values: values)
    }
    return HintNetworkWeights(
      architecture: architecture, parameters: Parameters(tensors), path: "initial weights",
      sha256: "")
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

  private static func normal(
    _ count: Int, deviation: Float, seed: UInt64, name: String
  ) -> [Float] {
    var numbers = SplitMix64(seed: seed, name: name)
    return [Float](unsafeUninitializedCapacity: count) { buffer, initialized in
      for index in stride(from: 0, to: count, by: 2) {
        let (first, second) = numbers.nextNormalPair()
        buffer[index] = deviation * first
        if index + 1 < count { buffer[index + 1] = deviation * second }
      }
      initialized = count
    }
  }
}
