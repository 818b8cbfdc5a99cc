import NeuralEngine
import SeededChance

extension HintNetworkWeights {
  /// Weights by chance, for measuring time: it does not depend on them.
  ///
  /// Kernels are scaled to the number of inputs (He et al. 2015), statistics are those of rectified
  /// normal numbers, so that no layer's numbers grow or vanish.
  public static func random(
    _ architecture: HintNetworkArchitecture, seed: UInt64
  ) -> HintNetworkWeights {
    var numbers = SplitMix64(seed: seed)
    var tensors: [String: Parameters.Tensor] = [:]
    for (name, shape) in architecture.graph().parameterShapes {
      let count = shape.reduce(1, *)
      let values: [Float]
      if shape.count == 4 {
        let scale = (6 / Float(count / shape[0])).squareRoot()
        values = (0..<count).map { _ in scale * (2 * numbers.nextFloat() - 1) }
      } else if name.hasSuffix("running_var") || name.hasSuffix("weight") {
        values = [Float](repeating: name.hasSuffix("weight") ? 1 : 0.34, count: count)
      } else {
        values = [Float](repeating: name.hasSuffix("running_mean") ? 0.4 : 0, count: count)
      }
      tensors[name] = .init(shape: shape, values: values)
    }
    return HintNetworkWeights(
      architecture: architecture, parameters: Parameters(tensors), path: "random weights",
      sha256: "")
  }
}
