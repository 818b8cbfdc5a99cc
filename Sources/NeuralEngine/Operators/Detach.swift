extension Graph {
  /// The same numbers, through which nothing is learned: no gradient passes back.
  public mutating func detached(_ value: Value) -> Value {
    append(Detach(), [value], channels: node(value).channels)
  }

  /// The value whose numbers these are.
  func origin(_ value: Value) -> Value {
    node(value).operation is Detach ? origin(node(value).inputs[0]) : value
  }
}

/// Lets numbers through and no gradients.
struct Detach: PixelwiseOperator {
  func shape(of inputs: [Shape], layer: String) -> Shape { inputs[0] }

  func lower(
    _ value: Graph.Value, as result: Graph.Value, fusing fusion: Fusion, into lowering: Lowering
  ) throws(NeuralEngineError) -> Tensor {
    let held = try lowering.tensor(lowering.graph.node(value).inputs[0])
    return lowering.weights.isLearned ? held.detached() : held
  }
}
