import NeuralEngine
import Testing

/// Convolutions of parts of the channels: in groups, and each channel by itself.
@Suite struct GroupTests {
  @Test(arguments: [1, 2, 3, 5], [1, 2])
  func depthwiseOfEveryKernelAndStride(_ kernel: Int, _ stride: Int) throws {
    for size in [Size(1, 13, 9), Size(2, 8, 8), Size(1, 5, 43)] {
      for channels in [3, 16, 17, 40] {
        var twin = TwinGraph(size)
        let picture = twin.input(channels)
        let hidden = twin.convolution(picture, channels, kernel: 1)
        twin.output("picture", twin.depthwise(picture, kernel: kernel, stride: stride))
        let result = twin.depthwise(hidden, kernel: kernel, stride: stride, isBiased: false)
        twin.output("hidden", result)
        try twin.check()
      }
    }
  }

  @Test(arguments: [Graph.Padding.same, 0, 3, .sides(top: 2, left: 0, bottom: 1, right: 4)])
  func everyPadding(_ padding: Graph.Padding) throws {
    for (kernel, stride, dilation) in [(3, 1, 1), (3, 2, 1), (5, 2, 1), (3, 1, 2), (4, 3, 2)] {
      for size in Size.some {
        var twin = TwinGraph(size)
        let hidden = twin.convolution(twin.input(3), 18, kernel: 1)
        let depthwise = twin.depthwise(
          hidden, kernel: kernel, stride: stride, dilation: dilation, padding: padding)
        twin.output("depthwise", depthwise)
        let groups = twin.convolution(
          hidden, 12, kernel: kernel, stride: stride, dilation: dilation, padding: padding,
          groups: 3)
        twin.output("groups", twin.activated(groups))
        try twin.check()
      }
    }
  }

  @Test(arguments: [1, 2, 3, 7])
  func dilationWiderThanThePicture(_ dilation: Int) throws {
    for size in [Size(1, 3, 2), Size(1, 1, 1), Size(2, 12, 5)] {
      var twin = TwinGraph(size)
      let hidden = twin.convolution(twin.input(3), 17, kernel: 1)
      twin.output("result", twin.depthwise(hidden, dilation: dilation))
      try twin.check()
    }
  }

  @Test(arguments: [
    [4, 6, 2], [6, 4, 2], [32, 32, 2], [48, 96, 3], [17, 34, 17], [34, 17, 17], [16, 16, 16],
    [64, 64, 4],
  ])
  func groups(_ layer: [Int]) throws {
    for size in Size.some {
      for (kernel, stride) in [(3, 1), (1, 1), (3, 2)] {
        var twin = TwinGraph(size)
        let hidden = twin.convolution(twin.input(3), layer[0], kernel: 1)
        let result = twin.convolution(
          hidden, layer[1], kernel: kernel, stride: stride, groups: layer[2])
        twin.output("result", result)
        try twin.check()
      }
    }
  }

  /// The block of MobileNet and EfficientNet, whose normalizations and limits are fused.
  @Test(arguments: Size.small, [1, 2])
  func invertedResiduals(_ size: Size, _ stride: Int) throws {
    for function in [Activation.relu6, .relu, .swish, .leakyRelu(slope: 0.1)] {
      var twin = TwinGraph(size)
      let narrow = twin.normalized(twin.convolution(twin.input(3), 18, isBiased: false))
      let wide = twin.convolution(narrow, 40, kernel: 1, isBiased: false)
      var value = twin.activated(twin.normalized(wide, shift: 4), function)
      value = twin.depthwise(
        value, kernel: 5, stride: stride, padding: .same, isBiased: false)
      value = twin.activated(twin.normalized(value, shift: 8), function)
      value = twin.normalized(twin.convolution(value, 18, kernel: 1, isBiased: false))
      twin.output("block", value)
      if stride == 1 { twin.output("residual", twin.sum([value, narrow])) }
      try twin.check()
    }
  }

  /// A shift before a depthwise convolution must not reach into its padding.
  @Test(arguments: Size.small)
  func normalizationBeforeDepthwise(_ size: Size) throws {
    for stride in [1, 2] {
      var twin = TwinGraph(size)
      let hidden = twin.activated(twin.convolution(twin.input(3), 18))
      let value = twin.normalized(hidden, shift: 8)
      twin.output("depthwise", twin.depthwise(value, stride: stride))
      let limited = twin.activated(twin.depthwise(value, stride: stride), .relu6)
      twin.output("limited", limited)
      twin.output("groups", twin.convolution(value, 4, stride: stride, groups: 2))
      twin.output("value", value)
      try twin.check()
    }
  }

  @Test(arguments: Size.small)
  func sumsWithDepthwise(_ size: Size) throws {
    var twin = TwinGraph(size)
    let hidden = twin.convolution(twin.input(3), 18)
    let sum = twin.sum([hidden, twin.depthwise(hidden), twin.convolution(hidden, 18, groups: 2)])
    twin.output("sum", twin.activated(sum, .relu6))
    twin.output("two", twin.sum([twin.depthwise(hidden), twin.depthwise(hidden, kernel: 5)]))
    try twin.check()
  }
}
