import NeuralEngine
import Testing

/// What is learned in bfloat16 points where float32's gradients do.
///
/// All factors of the loss are positive, as neighbouring pixels of a picture pull the same way: of
/// factors of both signs little is left behind normalizations but rounding. PyTorch 2.8, computing in
/// bfloat16 itself, reaches a cosine of 0.973 to 0.999 for the hint network over eight seeds (0.995
/// for this one), and 0.99998 without its normalizations.
@Suite struct HalfLearningTests {
  /// Expects that the gradients of both precisions have nearly the same direction and length.
  private func compare(_ check: GradientCheck, least: Double) throws {
    let gradients = try CompilationOptions.Precision.allCases.map { precision in
      let learned = try check.learned(CompilationOptions(precision: precision))
      // By name, as the precisions pad channels to different blocks.
      return learned.named(weights: learned.gradients, statistics: learned.statistics).tensors
    }
    var (product, squares) = (0.0, (0.0, 0.0))
    for (name, exact) in gradients[0] where !name.contains("running_") {
      let half = try #require(gradients[1][name])
      for (a, b) in zip(exact.values, half.values) {
        product += Double(a) * Double(b)
        squares.0 += Double(a) * Double(a)
        squares.1 += Double(b) * Double(b)
      }
    }
    #expect(product / (squares.0 * squares.1).squareRoot() >= least)
    #expect(abs(squares.1 / squares.0 - 1) < 0.05)
  }

  @Test(arguments: [(true, 0.97), (false, 0.999)])
  func aSmallHintNetwork(isNormalized: Bool, least: Double) throws {
    let check = GradientCheck(batch: 4, height: 16, width: 16, factors: 1...3) { twin in
      func block(_ value: TwinGraph.Value, _ outputs: Int, dilation: Int = 1) -> TwinGraph.Value {
        let hidden = twin.activated(twin.convolution(value, outputs, dilation: dilation))
        let result = twin.activated(twin.convolution(hidden, outputs, dilation: dilation))
        return isNormalized ? twin.normalized(result) : result
      }
      let first = block(twin.input(4), 16)
      let second = block(twin.subsampled(first), 32)
      let third = block(twin.subsampled(second), 40, dilation: 2)
      let up = twin.sum([twin.transposed(third, 32), twin.convolution(second, 32)])
      let middle = block(twin.activated(up), 32)
      let top = twin.sum([twin.transposed(middle, 16), twin.convolution(first, 16)])
      let last = twin.activated(twin.convolution(twin.activated(top), 16), .leakyRelu(slope: 0.2))
      twin.output("ab", twin.activated(twin.convolution(last, 2, kernel: 1), .tanh))
      twin.output("logits", twin.convolution(middle, 33, kernel: 1))
    }
    try compare(check, least: least)
  }

  @Test func invertedResiduals() throws {
    let check = GradientCheck(batch: 4, height: 12, width: 12, factors: 1...3) { twin in
      var value = twin.normalized(twin.convolution(twin.input(3), 16, stride: 2))
      for kernel in [3, 5] {
        let wide = twin.normalized(twin.convolution(value, 48, kernel: 1, isBiased: false))
        let inner = twin.depthwise(
          twin.activated(wide, .relu6), kernel: kernel, isBiased: false)
        let limited = twin.activated(twin.normalized(inner), .relu6)
        value = twin.sum([value, twin.normalized(twin.convolution(limited, 16, kernel: 1))])
      }
      twin.output("logits", twin.fullyConnected(twin.globallyPooled(value), 20))
      twin.output("map", twin.convolution(value, 4))
    }
    try compare(check, least: 0.99)
  }

  @Test func attention() throws {
    let check = GradientCheck(batch: 2, height: 8, width: 8, factors: 1...3) { twin in
      let points = twin.input(6, "points", size: .fixed(height: 1, width: 9))
      let value = twin.convolution(twin.input(3), 32)
      let queries = twin.convolution(twin.layerNormalized(value), 32, kernel: 1)
      let read = twin.attention(
        queries: queries, keys: twin.convolution(points, 32, kernel: 1),
        values: twin.convolution(points, 32, kernel: 1), heads: 2)
      let all = twin.concatenated([value, twin.convolution(read, 32, kernel: 1)])
      twin.output("result", twin.convolution(twin.activated(all, .swish), 5))
    }
    try compare(check, least: 0.999)
  }

  @Test func cellsReadPoints() throws {
    let check = GradientCheck(batch: 2, height: 8, width: 8, factors: 1...3) { twin in
      let points = twin.points(20, present: 9)
      let value = twin.convolution(twin.input(3), 32)
      let read = twin.spread(value, from: points, heads: 4, size: 8)
      let all = twin.concatenated([value, twin.pointwise(read, 16), read])
      twin.output("result", twin.convolution(twin.activated(all, .swish), 5))
    }
    try compare(check, least: 0.999)
  }

  /// What a decoder puts together: a smaller map enlarged, a map of the encoder, and pooled hints.
  @Test(arguments: [(160, 112, 3), (96, 12, 1), (64, 16, 4)])
  func concatenations(deep: Int, same: Int, hints: Int) throws {
    let check = GradientCheck(batch: 2, height: 8, width: 8, factors: 1...3) { twin in
      let picture = twin.input(4)
      let small = twin.activated(twin.convolution(picture, deep, stride: 2))
      let given = twin.pooled(
        twin.input(hints, "hints", size: .fixed(height: 16, width: 16)),
        .average(countsPadding: false), kernel: 2, stride: 2)
      let all = twin.concatenated([
        twin.upsampled(small), twin.activated(twin.convolution(picture, same)), given,
      ])
      twin.output("result", twin.convolution(all, 5))
    }
    try compare(check, least: 0.999)
  }
}
