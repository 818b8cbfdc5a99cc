import NeuralEngine
import Testing

/// The way back of convolutions, normalizations, functions and sums.
@Suite struct GradientTests {
  @Test(arguments: [(3, 1, 1), (3, 1, 2), (3, 2, 1), (5, 1, 1), (1, 1, 1), (4, 2, 1)])
  func convolution(kernel: Int, stride: Int, dilation: Int) throws {
    try checkGradients { twin in
      let first = twin.convolution(twin.input(4), 17)
      twin.output(
        "result", twin.convolution(first, 5, kernel: kernel, stride: stride, dilation: dilation))
    }
  }

  @Test func convolutionWithoutBias() throws {
    try checkGradients { twin in
      twin.output(
        "result", twin.convolution(twin.convolution(twin.input(2), 3, isBiased: false), 4))
    }
  }

  @Test(arguments: [(4, 2, 1), (2, 2, 0), (5, 3, 1), (3, 1, 1)])
  func transposedConvolution(kernel: Int, stride: Int, padding: Int) throws {
    try checkGradients { twin in
      let first = twin.convolution(twin.input(4), 18)
      twin.output(
        "result",
        twin.convolution(
          twin.transposed(first, 6, kernel: kernel, stride: stride, padding: padding), 3))
    }
  }

  @Test func normalization() throws {
    try checkGradients(batch: 3) { twin in
      let first = twin.convolution(twin.input(4), 17)
      twin.output("result", twin.convolution(twin.normalized(first), 5))
    }
  }

  @Test func normalizationOfRectifiedNumbers() throws {
    try checkGradients(batch: 3) { twin in
      let first = twin.activated(twin.convolution(twin.input(4), 17))
      twin.output("result", twin.convolution(twin.normalized(first), 5, kernel: 1))
    }
  }

  @Test func normalizationReadByMany() throws {
    try checkGradients(batch: 3, height: 8, width: 8) { twin in
      let first = twin.convolution(twin.input(4), 6)
      let normal = twin.normalized(first)
      let small = twin.convolution(twin.subsampled(normal), 5)
      twin.output(
        "result",
        twin.sum([
          twin.transposed(small, 7), twin.convolution(normal, 7), twin.convolution(first, 7),
        ]))
      twin.output("normal", normal)
    }
  }

  @Test(arguments: [Activation.relu, .relu6, .leakyRelu(slope: 0.2)])
  func rectifiers(function: Activation) throws {
    try checkGradients { twin in
      let first = twin.activated(twin.convolution(twin.input(4), 17), function)
      let normal = twin.normalized(twin.convolution(first, 9), shift: 6)
      let second = twin.activated(normal, function)
      twin.output("result", twin.convolution(second, 3))
      twin.output("first", first)
    }
  }

  @Test(arguments: [Activation.tanh, .sigmoid, .swish, .scaled(by: 1.7)])
  func functions(function: Activation) throws {
    try checkGradients { twin in
      let first = twin.activated(twin.convolution(twin.input(4), 5), function)
      twin.output("result", twin.convolution(first, 3))
      twin.output("first", first)
    }
  }

  @Test func softmax() throws {
    try checkGradients { twin in
      let first = twin.softmax(twin.convolution(twin.input(4), 9))
      twin.output("result", twin.convolution(first, 3))
    }
  }

  @Test func sums() throws {
    try checkGradients(height: 8, width: 8) { twin in
      let first = twin.convolution(twin.input(4), 6)
      let other = twin.convolution(first, 6, kernel: 1)
      let all = twin.sum([first, twin.convolution(first, 6), other, other])
      twin.output("result", twin.convolution(twin.activated(all), 3))
      twin.output("other", other)
    }
  }

  @Test func sumsOfConvolutions() throws {
    try checkGradients(height: 4, width: 6) { twin in
      let first = twin.convolution(twin.input(4), 6)
      let small = twin.convolution(twin.subsampled(first), 5)
      let all = twin.activated(
        twin.sum([
          twin.transposed(small, 7), twin.convolution(first, 7), twin.convolution(first, 7),
        ]))
      twin.output("result", twin.convolution(all, 3))
    }
  }

  @Test func vectorsAddedToPixels() throws {
    try checkGradients(batch: 3) { twin in
      let vector = twin.normalized(
        twin.activated(twin.convolution(twin.input(5, "vector", size: .vector), 7, kernel: 1)))
      let image = twin.normalized(twin.convolution(twin.input(4), 7))
      let all = twin.sum([image, vector])
      twin.output("result", twin.convolution(twin.activated(all), 3))
      twin.output("sum", all)
    }
  }

  @Test func changesOfSize() throws {
    try checkGradients(height: 8, width: 12) { twin in
      let first = twin.normalized(twin.convolution(twin.input(4), 6))
      twin.output("subsampled", twin.convolution(twin.subsampled(first, by: 3), 3))
      twin.output("pooled", twin.convolution(twin.maximumPooled(first), 3))
      twin.output("upsampled", twin.convolution(twin.upsampled(first, by: 2), 3))
    }
  }

  @Test func blocksOfTheHintNetwork() throws {
    try checkGradients(batch: 1, height: 8, width: 8) { twin in
      func block(_ value: TwinGraph.Value, _ outputs: Int, dilation: Int = 1) -> TwinGraph.Value {
        let hidden = twin.activated(twin.convolution(value, outputs, dilation: dilation))
        return twin.normalized(
          twin.activated(twin.convolution(hidden, outputs, dilation: dilation)))
      }
      let first = block(twin.input(4), 6)
      let second = block(twin.subsampled(first), 17, dilation: 2)
      let up = twin.activated(
        twin.sum([twin.transposed(second, 5), twin.convolution(first, 5)]))
      let last = twin.activated(twin.convolution(up, 5), .leakyRelu(slope: 0.2))
      let raw = twin.activated(twin.convolution(last, 2, kernel: 1), .tanh)
      twin.output("ab", twin.activated(raw, .scaled(by: 110)))
    }
  }
}
