import AlignedMemory
import NeuralEngine

extension TrainableParameters {
  /// What the rate is multiplied by for each weight, in the weights' order; nil where it is 1 for all.
  ///
  /// - Parameters:
  ///   - graph: whose weights these are.
  ///   - factor: of an array.
  func factors(
    _ graph: Graph, _ factor: (String) -> Double
  ) throws(NeuralEngineError) -> AlignedBuffer<Float>? {
    let shapes = graph.parameterShapes
    guard shapes.contains(where: { factor($0.name) != 1 }) else { return nil }
    let named = shapes.map { name, shape in
      let values = [Float](repeating: Float(factor(name)), count: shape.reduce(1, *))
      return (name, Parameters.Tensor(shape: shape, values: values))
    }
    let all = AlignedBuffer<Float>(count: weights.count, repeating: 0)
    try fill(
      weights: all, statistics: AlignedBuffer(count: statistics.count, repeating: 0),
      from: Parameters(Dictionary(uniqueKeysWithValues: named)))
    return all
  }
}
