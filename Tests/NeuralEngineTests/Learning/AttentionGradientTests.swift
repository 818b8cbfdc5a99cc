import NeuralEngine
import Testing

/// The way back of matrix products, softmax and normalization of pixels.
@Suite struct AttentionGradientTests {
  @Test(arguments: [false, true], [false, true])
  func matrixProducts(transposesFirst: Bool, transposesSecond: Bool) throws {
    for heads in [1, 3] {
      try checkGradients { twin in
        let (rows, inner, columns) = (4, 5, 6)
        func matrix(
          _ twin: inout TwinGraph, _ name: String, _ rows: Int, _ columns: Int,
          _ isTransposed: Bool
        ) -> TwinGraph.Value {
          let (channels, pixels) = isTransposed ? (columns, rows) : (rows, columns)
          let source = twin.input(3, name, size: .fixed(height: 1, width: pixels))
          return twin.convolution(source, heads * channels, kernel: 1)
        }
        let first = matrix(&twin, "first", rows, inner, transposesFirst)
        let second = matrix(&twin, "second", inner, columns, transposesSecond)
        let product = twin.matrixProduct(
          first, second, transposesFirst: transposesFirst, transposesSecond: transposesSecond,
          heads: heads, factor: 0.7)
        twin.output("product", product)
        twin.output("swish", twin.activated(product, .swish))
      }
    }
  }

  @Test func softmaxOfEveryAxis() throws {
    try checkGradients { twin in
      let first = twin.convolution(twin.input(4), 18)
      twin.output("groups", twin.convolution(twin.softmax(first, groups: 3), 3))
      twin.output("single", twin.convolution(twin.softmax(first, groups: 9), 3))
      twin.output("pixels", twin.convolution(twin.softmax(first, over: .pixels), 3))
    }
  }

  @Test(arguments: [4, 17, 32])
  func normalizationOfPixels(channels: Int) throws {
    try checkGradients { twin in
      let first = twin.convolution(twin.input(4), channels)
      let normal = twin.layerNormalized(first, epsilon: 1e-2)
      twin.output("result", twin.convolution(normal, 3))
      let again = twin.layerNormalized(twin.sum([first, normal]), epsilon: 1e-2)
      twin.output("again", twin.convolution(again, 3, kernel: 1))
    }
  }

  @Test(arguments: [1, 3, 33])
  func cellsReadPoints(count: Int) throws {
    try checkGradients { twin in
      let heads = 2
      let value = twin.convolution(twin.input(3), 6, stride: 2)
      let points = twin.input(5, "points", size: .fixed(height: 1, width: count))
      let mask = twin.input(heads * count, "mask", size: .vector)
      let queries = twin.convolution(
        twin.layerNormalized(value, epsilon: 1e-2), 6, kernel: 1)
      let read = twin.attention(
        queries: queries, keys: twin.convolution(points, 6, kernel: 1),
        values: twin.convolution(points, 10, kernel: 1), heads: heads, mask: mask)
      let sum = twin.sum([value, twin.convolution(read, 6, kernel: 1)])
      twin.output("result", twin.convolution(twin.activated(sum, .swish), 3))
    }
  }

  /// Every product's factors are the same value.
  @Test func cellsReadEachOther() throws {
    try checkGradients(height: 4, width: 3) { twin in
      let value = twin.convolution(twin.input(3), 6)
      let read = twin.attention(queries: value, keys: value, values: value, heads: 3)
      twin.output("result", twin.convolution(twin.sum([value, read]), 3))
    }
  }
}
