import Foundation
import NeuralEngine
import SeededChance

extension Parameters {
  /// Weights to start learning from, drawn from a seed.
  ///
  /// Kernels and matrices are normal with variance 2/fan-in (He et al. 2015, arXiv:1502.01852), where
  /// the fan-in is the second axis times the kernel's area, as PyTorch counts it for transposed
  /// kernels, too. Biases are 0, normalizations the identity with statistics of mean 0 and variance
  /// 1. Every array depends on the seed and its name only.
  ///
  /// - Parameter scale: what the deviation of a kernel is multiplied by; 0 silences a layer.
  public init(
    initialFor graph: Graph, seed: UInt64, scale: (String) -> Float = { _ in 1 }
  ) {
    var tensors: [String: Tensor] = [:]
    for (name, shape) in graph.parameterShapes {
      let count = shape.reduce(1, *)
      let values: [Float]
      if shape.count > 1 {
        let fanIn = shape.dropFirst().reduce(1, *)
        values = Self.normal(
          count, deviation: (2 / Float(fanIn)).squareRoot() * scale(name), seed: seed, name: name)
      } else {
        let isOne = name.hasSuffix(".weight") || name.hasSuffix(".running_var")
        values = [Float](repeating: isOne ? 1 : 0, count: count)
      }
      tensors[name] = Tensor(shape: shape, values: values)
    }
    self.init(tensors)
  }

  /// Normal numbers that depend on the seed and an array's name, not on what other arrays there are.
  private static func normal(
    _ count: Int, deviation: Float, seed: UInt64, name: String
  ) -> [Float] {
    var numbers = SplitMix64(seed: seed ^ SplitMix64.hash(of: name))
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

extension SplitMix64 {
  /// Two normal numbers of mean 0 and variance 1 (Box and Muller 1958).
  fileprivate mutating func nextNormalPair() -> (Float, Float) {
    // 1 − u keeps the logarithm's argument from being 0.
    let radius = (-2 * log(1 - nextUnit())).squareRoot()
    let angle = 2 * Double.pi * nextUnit()
    return (Float(radius * cos(angle)), Float(radius * sin(angle)))
  }
}
