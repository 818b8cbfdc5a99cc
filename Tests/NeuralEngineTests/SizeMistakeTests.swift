import NeuralEngine
import Testing

/// Layers whose inputs do not fit each other, or no picture: the error names the layer.
@Suite struct SizeMistakeTests {
  private func error(
    height: Int = 7, width: Int = 9, _ build: (inout Graph, Graph.Value) -> Graph.Value
  ) -> NeuralEngineError? {
    var graph = Graph()
    let picture = graph.input("picture", channels: 6)
    graph.output("result", build(&graph, picture))
    let tensors = graph.parameterShapes.map { name, shape in
      (
        name,
        Parameters.Tensor(
          shape: shape, values: [Float](repeating: 0.5, count: shape.reduce(1, *)))
      )
    }
    let parameters = Parameters(Dictionary(uniqueKeysWithValues: tensors))
    do throws(NeuralEngineError) {
      _ = try CompiledGraph(graph, parameters: parameters, height: height, width: width)
    } catch {
      return error
    }
    return nil
  }

  @Test func combinationsOfUnequalSizes() {
    let combinations: [(inout Graph, [Graph.Value]) -> Graph.Value] = [
      { $0.sum($1) }, { $0.concatenated($1) }, { $0.product($1[0], $1[1]) },
    ]
    for combine in combinations {
      let found = error { graph, picture in
        let other = graph.input("other", channels: 6, size: .fraction(2))
        return combine(&graph, [picture, other])
      }
      guard case .unequalSizes(_, let first, let second) = found else {
        Issue.record("\(String(describing: found))")
        continue
      }
      #expect(Set([first, second]) == [[7, 9], [4, 5]])
    }
  }

  @Test func windowsLargerThanThePicture() {
    let found = error(height: 3, width: 9) { graph, picture in
      graph.convolution(picture, "large", outputs: 4, kernel: 5, padding: 0)
    }
    #expect(found == .tooSmall(layer: "large", height: 3, width: 9))
    let pooled = error(height: 9, width: 1) { graph, picture in
      graph.pooled(picture, .maximum, kernel: 2, stride: 2)
    }
    #expect(pooled == .tooSmall(layer: "picture", height: 9, width: 1))
    // With its padding it fits.
    #expect(
      error(height: 3, width: 9) { graph, picture in
        graph.convolution(picture, "large", outputs: 4, kernel: 5, padding: 1)
      } == nil)
  }

  @Test func groupsThatDoNotDivide() {
    let found = error { graph, picture in graph.softmax(picture, groups: 4) }
    #expect(found == .unequalParts(layer: "picture", channels: 6, parts: 4))
    let product = error { graph, picture in
      graph.matrixProduct(picture, picture, transposesSecond: true, heads: 4)
    }
    #expect(product == .unequalParts(layer: "picture", channels: 6, parts: 4))
  }

  @Test func matricesThatDoNotFit() {
    // 6×63 by 6×63.
    let found = error { graph, picture in graph.matrixProduct(picture, picture) }
    guard case .unequalChannels(_, let first, let second) = found else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(Set([first, second]) == [6, 63])
  }

  @Test func fullyConnectedLayersOfAnotherSize() {
    let found = error { graph, picture in
      graph.fullyConnected(picture, "full", outputs: 4, height: 7, width: 7)
    }
    #expect(found == .unequalSizes(layer: "full", first: [7, 7], second: [7, 9]))
  }

  @Test func messagesAreOneLine() {
    let errors: [NeuralEngineError] = [
      .unequalSizes(layer: "model1.0", first: [7, 9], second: [4, 5]),
      .unequalChannels(layer: "model1.0", first: 6, second: 63),
      .unequalParts(layer: "model1.0", channels: 6, parts: 4),
      .tooSmall(layer: "model1.0", height: 3, width: 9),
    ]
    for error in errors {
      #expect(error.message.contains("model1.0"))
      #expect(!error.message.contains("\n"))
    }
  }
}
