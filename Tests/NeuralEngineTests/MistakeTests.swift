import NeuralEngine
import Testing

/// Weights that do not fit the network: the error names the array.
@Suite struct MistakeTests {
  private let twin: TwinGraph

  init() {
    var twin = TwinGraph(height: 4, width: 4)
    let hidden = twin.normalized(twin.activated(twin.convolution(twin.input(4), 17)))
    let dilated = twin.convolution(hidden, 5, dilation: 2)
    twin.output("result", twin.transposed(twin.normalized(dilated), 3))
    twin.output("few", twin.convolution(hidden, 2, kernel: 1))
    self.twin = twin
  }

  @Test func aMissingArrayIsNamed() throws {
    for (name, shape) in twin.graph.parameterShapes {
      var tensors = twin.tensors
      tensors[name] = nil
      #expect(throws: NeuralEngineError.missingParameter(name: name, shape: shape)) {
        try compile(tensors)
      }
    }
  }

  @Test func anArrayOfAnotherShapeIsNamed() throws {
    for (name, shape) in twin.graph.parameterShapes {
      let values = try #require(twin.tensors[name]).values
      for other in [shape + [1], [values.count, 1], [values.count + 1], []] {
        var tensors = twin.tensors
        let count = other.reduce(1, *)
        tensors[name] = Parameters.Tensor(
          shape: other, values: [Float](repeating: 0.5, count: count))
        #expect(
          throws: NeuralEngineError.wrongShape(name: name, expected: shape, found: other)
        ) { try compile(tensors) }
      }
    }
  }

  @Test(arguments: [-1e-3, -.infinity, .nan] as [Float])
  func aNegativeVarianceIsNamed(_ variance: Float) throws {
    for (name, shape) in twin.graph.parameterShapes where name.hasSuffix("running_var") {
      var values = try #require(twin.tensors[name]).values
      values[shape[0] - 1] = variance
      var tensors = twin.tensors
      tensors[name] = Parameters.Tensor(shape: shape, values: values)
      #expect(
        throws: NeuralEngineError.negativeVariance(name: name, channel: shape[0] - 1)
      ) { try compile(tensors) }
    }
  }

  @Test func messagesNameTheArray() {
    let errors: [NeuralEngineError] = [
      .missingParameter(name: "model1.0.weight", shape: [64, 4, 3, 3]),
      .wrongShape(name: "model1.0.weight", expected: [64, 4, 3, 3], found: [64, 1, 3, 3]),
      .negativeVariance(name: "model1.0.weight", channel: 3),
      .outOfMemory(layer: "model1.0.weight"), .refused(layer: "model1.0.weight"),
    ]
    for error in errors {
      #expect(error.message.contains("model1.0.weight"))
      #expect(!error.message.contains("\n"))
    }
  }

  private func compile(_ tensors: [String: Parameters.Tensor]) throws {
    _ = try CompiledGraph(twin.graph, parameters: Parameters(tensors), height: 4, width: 4)
  }
}
