import AlignedMemory
import NeuralEngine
import Testing

/// The way back of samples at points and of cells that read points.
@Suite struct PointGradientTests {
  @Test(arguments: [4, 17])
  func samples(channels: Int) throws {
    try checkGradients { twin in
      let value = twin.convolution(twin.input(3), channels)
      let points = twin.points(20, present: 11)
      twin.output("samples", twin.pointwise(twin.sampled(value, at: points), 3))
      let places = twin.input(2, "places", size: .fixed(height: 2, width: 3))
      let normal = twin.normalized(twin.activated(value))
      twin.output("places", twin.pointwise(twin.sampled(normal, at: places), 3))
      twin.output("value", twin.convolution(value, 3, kernel: 1))
    }
  }

  @Test func layersOfAllPixels() throws {
    try checkGradients { twin in
      let value = twin.pointwise(twin.activated(twin.pointwise(twin.input(3), 18)), 17)
      twin.output("result", twin.pointwise(twin.normalized(value), 3))
    }
  }

  @Test(arguments: [(0, 1, 3), (1, 2, 5), (3, 1, 3), (33, 2, 5), (5, 2, 33)])
  func cellsReadPoints(present: Int, heads: Int, size: Int) throws {
    try checkGradients { twin in
      let points = twin.points(40, present: present)
      let value = twin.convolution(twin.input(3), 7)
      let read = twin.spread(value, from: points, heads: heads, size: size)
      twin.output("read", read)
      twin.output("result", twin.convolution(twin.concatenated([value, read]), 3))
    }
  }

  /// Queries, keys and null are what others read, too, so that their gradients add up.
  @Test func contributionsAddUp() throws {
    try checkGradients { twin in
      let points = twin.points(12, present: 7)
      let queries = twin.activated(twin.convolution(twin.input(3), 6), .tanh)
      let keys = twin.activated(twin.pointwise(twin.sampled(queries, at: points), 6), .tanh)
      let null = twin.activated(twin.convolution(queries, 2, kernel: 1), .tanh)
      var reads: [TwinGraph.Value] = []
      for _ in 0..<2 {
        reads.append(
          twin.pointAttention(
            queries: queries, keys: keys, null: null, points: points, heads: 2))
      }
      twin.output("reads", twin.convolution(twin.concatenated(reads), 3, kernel: 1))
      twin.output("keys", twin.pointwise(keys, 2))
      twin.output("null", twin.convolution(twin.concatenated([null, queries]), 2))
    }
  }

  @Test(arguments: Way.precisions)
  func threadsDoNotChangeABit(_ precision: CompilationOptions.Precision) throws {
    let check = GradientCheck(batch: 3, height: 12, width: 14) { twin in
      let points = twin.points(40, present: 21)
      let value = twin.convolution(twin.input(3), 33, kernel: 1)
      twin.output("read", twin.spread(value, from: points, heads: 2, size: 16))
    }
    func bits(_ threads: Int) throws -> [UInt32] {
      let gradients = try check.learned(.init(precision: precision, threads: threads)).gradients
      return (0..<gradients.count).map { gradients.start[$0].bitPattern }
    }
    #expect(try bits(1) == bits(2))
  }
}
