extension Graph {
  /// An image given from outside; a vector has height and width 1.
  public mutating func input(
    _ name: String, channels: Int, size: InputSize = .picture
  ) -> Value {
    append(
      InputOperator(input: name, channels: channels, size: size), [], channels: channels)
  }
}

/// What is given from outside.
struct InputOperator: Operator {
  let input: String
  let channels: Int
  let size: Graph.InputSize

  var name: String? { input }

  func knownPixels(of node: Graph.Node, in graph: Graph) -> Int? {
    switch size {
    case .vector: 1
    case .fixed(let height, let width): height * width
    case .picture, .fraction: nil
    }
  }

  func shape(of inputs: [Shape], layer: String) -> Shape {
    preconditionFailure("an input's size is the pictures'")
  }

  func shape(height: Int, width: Int) -> Shape {
    let sides = size.resolved(height: height, width: width)
    return Shape(channels: channels, height: sides.height, width: sides.width)
  }

  func lower(
    _ value: Graph.Value, as result: Graph.Value, fusing fusion: Fusion, into lowering: Lowering
  ) -> Tensor {
    let made = lowering.makeTensor(
      lowering.layout(lowering.shape(value), .plain), needsGradient: false)
    lowering.addInput(input, made)
    return made
  }
}
