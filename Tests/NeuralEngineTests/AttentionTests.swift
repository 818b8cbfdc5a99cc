import NeuralEngine
import Testing

/// Matrix products, softmax along every axis, normalization of pixels, and attention of all three.
@Suite struct AttentionTests {
  @Test(arguments: [false, true], [false, true])
  func matrixProducts(_ transposesFirst: Bool, _ transposesSecond: Bool) throws {
    // Rows, inner size and columns, as sides of matrices.
    for (rows, inner, columns) in [(1, 1, 1), (3, 5, 7), (17, 16, 4), (5, 33, 18), (32, 8, 48)] {
      for (batch, heads) in [(1, 1), (2, 3)] {
        var twin = TwinGraph(batch: batch, height: 4, width: 6)
        func matrix(_ name: String, _ rows: Int, _ columns: Int, _ isTransposed: Bool)
          -> TwinGraph.Value
        {
          let (channels, pixels) = isTransposed ? (columns, rows) : (rows, columns)
          return twin.input(
            heads * channels, name, size: .fixed(height: 1, width: pixels))
        }
        let first = matrix("first", rows, inner, transposesFirst)
        let second = matrix("second", inner, columns, transposesSecond)
        let product = twin.matrixProduct(
          first, second, transposesFirst: transposesFirst, transposesSecond: transposesSecond,
          heads: heads, factor: 0.3)
        twin.output("product", product)
        try twin.check()
      }
    }
  }

  @Test(arguments: Size.small)
  func matrixProductsOfLayers(_ size: Size) throws {
    var twin = TwinGraph(size)
    let picture = twin.input(4)
    let first = twin.normalized(twin.activated(twin.convolution(picture, 18)), shift: 3)
    let second = twin.convolution(picture, 18)
    let gram = twin.matrixProduct(first, second, transposesSecond: true, heads: 2, factor: 0.05)
    twin.output("gram", gram)
    let product = twin.matrixProduct(gram, second, heads: 2)
    twin.output("product", product)
    twin.output("convolved", twin.convolution(product, 5))
    twin.output("sum", twin.activated(twin.sum([product, first])))
    try twin.check(slack: 2)
  }

  @Test(arguments: [1, 2, 3, 6])
  func softmaxOfGroups(_ groups: Int) throws {
    for size in Size.some {
      for channels in [6, 48, 66] {
        var twin = TwinGraph(size)
        let picture = twin.input(channels)
        twin.output("input", twin.softmax(picture, groups: groups))
        let hidden = twin.activated(twin.convolution(picture, channels), .scaled(by: 4))
        twin.output("hidden", twin.softmax(hidden, groups: groups))
        try twin.check()
      }
    }
  }

  @Test(arguments: [1, 4, 17, 32], Size.some + [Size(1, 1, 1)])
  func softmaxOfPixels(_ channels: Int, _ size: Size) throws {
    var twin = TwinGraph(size)
    let picture = twin.input(channels)
    twin.output("input", twin.softmax(picture, over: .pixels))
    let hidden = twin.normalized(twin.convolution(picture, channels))
    twin.output("hidden", twin.softmax(hidden, over: .pixels))
    try twin.check()
  }

  @Test(arguments: [2, 4, 17, 32, 100], Size.some + [Size(1, 1, 1)])
  func normalizationOfPixels(_ channels: Int, _ size: Size) throws {
    var twin = TwinGraph(size)
    let picture = twin.input(channels)
    twin.output("input", twin.layerNormalized(picture, epsilon: 1e-2))
    let hidden = twin.convolution(picture, channels)
    let normalized = twin.layerNormalized(hidden, epsilon: 1e-2)
    twin.output("hidden", normalized)
    twin.output("convolved", twin.convolution(normalized, 5))
    let residual = twin.sum([hidden, twin.convolution(normalized, channels, kernel: 1)])
    twin.output("residual", twin.activated(residual, .swish))
    // bfloat16 forgets the small differences of two channels that are nearly equal.
    try twin.check(channels > 2 ? Way.available : [.direct, .ruled, .measured], slack: 2)
  }

  /// Cells of a picture read hint points; a mask of −10⁴ shuts out every third.
  @Test(arguments: [1, 3, 33], [1, 2, 4])
  func cellsReadPoints(_ count: Int, _ heads: Int) throws {
    for size in [Size(1, 13, 9), Size(2, 8, 8)] {
      for isMasked in [false, true] {
        var twin = TwinGraph(size)
        let points = twin.input(6, "points", size: .fixed(height: 1, width: count))
        let mask =
          isMasked
          ? twin.input(heads * count, "mask", size: .vector) { $0 % 3 == 1 ? -1e4 : 0 } : nil
        let hidden = twin.convolution(twin.input(3), 20, stride: 2)
        let result = transformer(&twin, hidden, points, heads: heads, mask: mask)
        twin.output("result", result)
        twin.output("convolved", twin.convolution(result, 5))
        try twin.check(slack: 2)
      }
    }
  }

  @Test(arguments: Size.small)
  func cellsReadEachOther(_ size: Size) throws {
    var twin = TwinGraph(size)
    let hidden = twin.convolution(twin.input(3), 20)
    twin.output("result", transformer(&twin, hidden, hidden, heads: 2, mask: nil))
    try twin.check(slack: 2)
  }

  private func transformer(
    _ twin: inout TwinGraph, _ value: TwinGraph.Value, _ source: TwinGraph.Value, heads: Int,
    mask: TwinGraph.Value?
  ) -> TwinGraph.Value {
    let channels = value.images.channels
    let queries = twin.convolution(twin.layerNormalized(value), channels, kernel: 1)
    let keys = twin.convolution(source, channels, kernel: 1)
    let values = twin.convolution(source, channels, kernel: 1)
    let read = twin.attention(
      queries: queries, keys: keys, values: values, heads: heads, mask: mask)
    let sum = twin.sum([value, twin.convolution(read, channels, kernel: 1)])
    let wide = twin.convolution(twin.layerNormalized(sum), 2 * channels, kernel: 1)
    return twin.sum([sum, twin.convolution(twin.activated(wide, .swish), channels, kernel: 1)])
  }
}
