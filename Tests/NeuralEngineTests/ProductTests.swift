import NeuralEngine
import Testing

/// Products with maps and vectors, and scales by channel.
@Suite struct ProductTests {
  @Test(arguments: [1, 4, 16, 17, 40], Size.some)
  func mapsAndVectors(_ channels: Int, _ size: Size) throws {
    var twin = TwinGraph(size)
    let picture = twin.input(channels)
    let hidden = twin.normalized(twin.activated(twin.convolution(picture, channels)), shift: 3)
    let vector = twin.input(channels, "vector", size: .vector)
    twin.output("inputs", twin.product(picture, twin.input(channels, "other")))
    twin.output("square", twin.product(picture, picture))
    twin.output("hidden", twin.product(hidden, picture))
    twin.output("vector", twin.product(picture, vector))
    twin.output("vectors", twin.product(vector, vector))
    let result = twin.product(hidden, vector)
    twin.output("convolved", twin.convolution(result, 5))
    twin.output("relu", twin.activated(result, .relu6))
    twin.output("normalized", twin.convolution(twin.normalized(result, shift: 3), 5))
    twin.output("hidden itself", hidden)
    try twin.check()
  }

  /// Hu, Shen and Sun 2018, doi:10.1109/CVPR.2018.00745, as EfficientNet has it.
  @Test(arguments: Size.small, [18, 40])
  func squeezeAndExcitation(_ size: Size, _ channels: Int) throws {
    for function in [Activation.swish, .relu] {
      var twin = TwinGraph(size)
      let first = twin.convolution(twin.input(3), channels, isBiased: false)
      let value = twin.activated(twin.normalized(first), function)
      var factors = twin.convolution(twin.globallyPooled(value), 5, kernel: 1)
      factors = twin.convolution(twin.activated(factors, function), channels, kernel: 1)
      let excited = twin.product(value, twin.activated(factors, .sigmoid))
      twin.output("excited", excited)
      let last = twin.normalized(twin.convolution(excited, channels, kernel: 1, isBiased: false))
      twin.output("residual", twin.sum([last, value]))
      try twin.check()
    }
  }

  @Test(arguments: [1, 4, 16, 17, 40], Size.some)
  func scalesByChannel(_ channels: Int, _ size: Size) throws {
    var twin = TwinGraph(size)
    let picture = twin.input(channels)
    twin.output("input", twin.channelScaled(picture))
    let hidden = twin.convolution(picture, channels)
    for isBiased in [true, false] {
      let scaled = twin.channelScaled(hidden, isBiased: isBiased)
      twin.output("scaled \(isBiased)", scaled)
      twin.output("convolved \(isBiased)", twin.convolution(scaled, 5))
      let folded = twin.channelScaled(twin.convolution(picture, 18), isBiased: isBiased)
      twin.output("folded \(isBiased)", twin.activated(folded))
      let depthwise = twin.depthwise(twin.channelScaled(folded, isBiased: isBiased))
      twin.output("depthwise \(isBiased)", depthwise)
    }
    try twin.check()
  }

  /// Caffe says a normalization in two layers.
  @Test(arguments: Size.small)
  func scaleBehindNormalization(_ size: Size) throws {
    var twin = TwinGraph(size)
    let first = twin.convolution(twin.input(3), 18)
    let value = twin.activated(twin.channelScaled(twin.normalized(first)))
    twin.output("value", value)
    twin.output("next", twin.convolution(twin.normalized(twin.channelScaled(value)), 5))
    try twin.check()
  }
}
