import NeuralEngine
import Testing

/// The way back of convolutions in groups, pools and other sizes.
@Suite struct WindowGradientTests {
  @Test(arguments: [(3, 1, 1), (3, 2, 1), (5, 1, 1), (5, 2, 1), (3, 1, 2), (2, 1, 1), (1, 1, 1)])
  func depthwise(kernel: Int, stride: Int, dilation: Int) throws {
    try checkGradients { twin in
      let first = twin.convolution(twin.input(4), 18)
      let second = twin.depthwise(
        first, kernel: kernel, stride: stride, dilation: dilation, padding: .same)
      twin.output("result", twin.convolution(second, 3))
    }
  }

  @Test func depthwiseBlocks() throws {
    try checkGradients(batch: 3) { twin in
      let narrow = twin.normalized(twin.convolution(twin.input(3), 5, isBiased: false))
      let wide = twin.normalized(
        twin.convolution(narrow, 20, kernel: 1, isBiased: false), shift: 6)
      let inner = twin.depthwise(twin.activated(wide, .relu6), isBiased: false)
      let limited = twin.activated(twin.normalized(inner, shift: 6), .relu6)
      let last = twin.normalized(twin.convolution(limited, 5, kernel: 1, isBiased: false))
      twin.output("result", twin.convolution(twin.sum([narrow, last]), 3))
      twin.output("inner", inner)
    }
  }

  @Test(arguments: [[4, 6, 2], [18, 36, 18], [48, 32, 2], [6, 3, 3]])
  func groups(layer: [Int]) throws {
    try checkGradients { twin in
      let first = twin.convolution(twin.input(4), layer[0])
      let second = twin.convolution(first, layer[1], groups: layer[2])
      twin.output("result", twin.convolution(twin.activated(second), 3))
      let strided = twin.convolution(first, layer[1], kernel: 5, stride: 2, groups: layer[2])
      twin.output("strided", twin.convolution(strided, 2))
    }
  }

  @Test(arguments: [Graph.Padding.same, 0, 2, .sides(top: 0, left: 1, bottom: 2, right: 0)])
  func paddings(padding: Graph.Padding) throws {
    try checkGradients { twin in
      let first = twin.convolution(twin.input(4), 17)
      for (kernel, stride) in [(3, 1), (3, 2), (4, 1), (4, 2)] {
        let second = twin.convolution(
          first, 5, kernel: kernel, stride: stride, padding: padding)
        twin.output("\(kernel), \(stride)", twin.convolution(second, 3, kernel: 1))
        let depthwise = twin.depthwise(first, kernel: kernel, stride: stride, padding: padding)
        twin.output("depthwise \(kernel), \(stride)", twin.convolution(depthwise, 2, kernel: 1))
      }
    }
  }

  @Test(arguments: [
    Graph.Pooling.maximum, .average(countsPadding: false), .average(countsPadding: true),
  ])
  func pools(kind: Graph.Pooling) throws {
    try checkGradients { twin in
      let first = twin.normalized(twin.convolution(twin.input(4), 18))
      for (kernel, stride, padding) in [(2, 2, 0), (3, 2, 1), (3, 1, 1)] {
        for roundsUp in [false, true] {
          let pool = twin.pooled(
            first, kind, kernel: kernel, stride: stride, padding: .all(padding),
            roundsUp: roundsUp)
          twin.output(
            "\(kernel), \(stride), \(roundsUp)", twin.convolution(pool, 3, kernel: 1))
        }
      }
      twin.output("same", twin.pooled(first, kind, kernel: 3, stride: 2, padding: .same))
    }
  }

  @Test func globalPools() throws {
    try checkGradients(batch: 3) { twin in
      let first = twin.convolution(twin.input(4), 18)
      let mean = twin.globallyPooled(twin.activated(first))
      twin.output("mean", twin.convolution(mean, 5, kernel: 1))
      twin.output("added", twin.convolution(twin.sum([first, mean]), 3))
      let normal = twin.normalized(first)
      twin.output("normal", twin.convolution(twin.globallyPooled(normal), 4, kernel: 1))
      twin.output("itself", normal)
    }
  }

  @Test(arguments: [Graph.Resizing.bilinear, .bilinearCorners, .nearest])
  func otherSizes(kind: Graph.Resizing) throws {
    try checkGradients { twin in
      let first = twin.normalized(twin.convolution(twin.input(4), 18))
      for (height, width) in [(3, 2), (6, 7), (9, 11), (12, 14), (1, 1)] {
        let other = twin.resized(first, to: (height, width), kind)
        twin.output("\(height)×\(width)", twin.convolution(other, 3, kernel: 1))
      }
      let small = twin.convolution(twin.subsampled(first), 18)
      let back = twin.resized(small, like: first, kind)
      twin.output("back", twin.convolution(twin.sum([back, first]), 2))
    }
  }
}
