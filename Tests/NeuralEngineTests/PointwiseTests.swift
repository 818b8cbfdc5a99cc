import NeuralEngine
import Testing

/// Operators without weights, and normalization: on an input as it comes and behind a convolution.
@Suite struct PointwiseTests {
  private static let channels = [1, 2, 4, 5, 16, 17, 32, 48]

  @Test(arguments: channels, Size.some)
  func functionsOfNumbers(_ channels: Int, _ size: Size) throws {
    try checkAlone(channels, size) { twin, value in
      let functions: [Activation] = [
        .relu, .relu6, .leakyRelu(slope: 0.2), .tanh, .sigmoid, .swish, .scaled(by: -110),
      ]
      for function in functions {
        twin.output("\(function)", twin.activated(value, function))
      }
    }
  }

  @Test(arguments: channels, Size.some)
  func normalizationAndSoftmax(_ channels: Int, _ size: Size) throws {
    try checkAlone(channels, size) { twin, value in
      twin.output("normalized", twin.normalized(value))
      twin.output("another", twin.normalized(value, shift: 8, epsilon: 0.1))
      twin.output("softmax", twin.softmax(value))
    }
  }

  @Test(arguments: channels, Size.some)
  func otherGrids(_ channels: Int, _ size: Size) throws {
    try checkAlone(channels, size) { twin, value in
      for step in [1, 2, 3] {
        twin.output("subsampled \(step)", twin.subsampled(value, by: step))
        twin.output("pooled \(step)", twin.maximumPooled(value, by: step))
        twin.output("upsampled \(step)", twin.upsampled(value, by: step))
      }
      twin.output("upsampled 4", twin.upsampled(value, by: 4))
    }
  }

  @Test(arguments: channels, Size.some)
  func sums(_ channels: Int, _ size: Size) throws {
    try checkAlone(channels, size) { twin, value in
      let other = twin.input(channels, "other")
      twin.output("single", twin.sum([value]))
      twin.output("twice", twin.sum([value, value]))
      twin.output("both", twin.sum([value, other]))
      twin.output("three", twin.sum([other, value, twin.activated(value, .tanh)]))
    }
  }

  @Test(arguments: channels)
  func vectorsAddToEveryPixel(_ channels: Int) throws {
    try checkAlone(channels, Size(1, 13, 9)) { twin, value in
      let vector = twin.input(channels, "vector", size: .vector)
      let other = twin.input(channels, "other", size: .vector)
      twin.output("after", twin.sum([value, vector]))
      twin.output("before", twin.sum([vector, value]))
      twin.output("two", twin.sum([vector, value, other]))
      twin.output("only", twin.sum([vector, other]))
    }
  }

  @Test func largeAndSmallNumbers() throws {
    var twin = TwinGraph(height: 9, width: 7)
    let picture = twin.input(16)
    for factor in [1e-6, 0.5, 0.7, 3, 40, 300] as [Float] {
      let large = twin.activated(picture, .scaled(by: factor))
      twin.output("tanh \(factor)", twin.activated(large, .tanh))
      twin.output("rectified6 \(factor)", twin.activated(large, .relu6))
      twin.output("swish \(factor)", twin.activated(large, .swish))
      twin.output("sigmoid \(factor)", twin.activated(large, .sigmoid))
      twin.output("softmax \(factor)", twin.softmax(large))
    }
    try twin.check([.ruled])
  }

  /// Checks what `build` adds to an input and to a convolution of it.
  private func checkAlone(
    _ channels: Int, _ size: Size, sourceLocation: SourceLocation = #_sourceLocation,
    _ build: (inout TwinGraph, TwinGraph.Value) -> Void
  ) throws {
    for isHidden in [false, true] {
      var twin = TwinGraph(size)
      let picture = twin.input(isHidden ? 3 : channels)
      build(&twin, isHidden ? twin.convolution(picture, channels) : picture)
      let ways: [Way] = isHidden ? [.ruled, .half] : [.direct, .half]
      try twin.check(ways, sourceLocation: sourceLocation)
    }
  }
}
