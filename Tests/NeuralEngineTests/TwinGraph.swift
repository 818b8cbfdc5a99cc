import NeuralEngine

/// A network said once and built twice: as a ``Graph``, and evaluated naively on the spot.
///
/// Weights and inputs are drawn by name, so that two twins of the same seed share them.
struct TwinGraph {
  /// A layer's result, both ways.
  struct Value {
    let node: Graph.Value
    let images: Images
  }

  private(set) var graph = Graph()
  private(set) var tensors: [String: Parameters.Tensor] = [:]
  private(set) var inputs: [String: Images] = [:]
  private(set) var outputs: [String: Images] = [:]
  let batch: Int
  let height: Int
  let width: Int
  private let seed: UInt64
  private let revisions: [String: UInt64]
  /// Normalizations go by the batch's own statistics.
  private let isLearning: Bool
  private let nudge: Nudge?
  private var layers = 0

  /// - Parameters:
  ///   - revisions: another number gives the input of that name other contents.
  ///   - nudge: one weight is changed.
  init(
    batch: Int = 1, height: Int, width: Int, seed: UInt64 = 1, revisions: [String: UInt64] = [:],
    isLearning: Bool = false, nudge: Nudge? = nil
  ) {
    (self.batch, self.height, self.width) = (batch, height, width)
    (self.seed, self.revisions) = (seed, revisions)
    (self.isLearning, self.nudge) = (isLearning, nudge)
  }

  /// - Parameter numbers: those of each channel; nil for random ones.
  mutating func input(
    _ channels: Int, _ name: String = "picture", size: Graph.InputSize = .picture,
    numbers: ((_ channel: Int) -> Double)? = nil
  ) -> Value {
    var generator = SplitMix64(name: name, seed: seed &+ 1000 &* (revisions[name] ?? 0))
    let (height, width) = sides(size)
    let images = Images(batch: batch, channels: channels, height: height, width: width) {
      _, channel, _, _ in numbers?(channel) ?? Double(generator.next(in: -1...1))
    }
    return input(images, name, size: size)
  }

  mutating func input(_ images: Images, _ name: String, size: Graph.InputSize) -> Value {
    inputs[name] = images
    return Value(node: graph.input(name, channels: images.channels, size: size), images: images)
  }

  /// Points of which in every image some are there, in no order; their places reach a tenth beyond
  /// the picture.
  mutating func points(_ count: Int, present: Int, name: String = "points") -> Value {
    var generator = SplitMix64(name: name, seed: seed &+ 1000 &* (revisions[name] ?? 0))
    let images = Images(batch: batch, channels: 5, height: count, width: 1) {
      image, channel, point, _ in
      let number = Double(generator.next(in: -1...1))
      switch channel {
      case 0, 1: return 0.5 + 0.6 * number
      case 4: return (7 * point + image) % count < present ? 1 : 0
      default: return number
      }
    }
    return input(images, name, size: .fixed(height: count, width: 1))
  }

  private func sides(_ size: Graph.InputSize) -> (height: Int, width: Int) {
    switch size {
    case .picture: return (height, width)
    case .vector: return (1, 1)
    case .fixed(let height, let width): return (height, width)
    case .fraction(let part):
      let sides = [height, width].map { Int((Double($0) / Double(part)).rounded(.up)) }
      return (sides[0], sides[1])
    }
  }

  mutating func output(_ name: String, _ value: Value) {
    graph.output(name, value.node)
    outputs[name] = value.images
  }

  // MARK: - Layers with weights

  mutating func convolution(
    _ value: Value, _ outputs: Int, kernel: Int = 3, stride: Int = 1, dilation: Int = 1,
    padding: Graph.Padding = .centred, groups: Int = 1, isBiased: Bool = true
  ) -> Value {
    let name = newLayer("convolution")
    let inputs = value.images.channels / groups
    let weights = draw(
      name + ".weight", [outputs, inputs, kernel, kernel], spread(inputs * kernel * kernel))
    let bias = isBiased ? draw(name + ".bias", [outputs], -0.5...0.5) : nil
    let node = graph.convolution(
      value.node, name, outputs: outputs, kernel: kernel, stride: stride, dilation: dilation,
      padding: padding, groups: groups, isBiased: isBiased)
    let window = NaiveWindow(
      kernel: kernel, stride: stride, dilation: dilation, padding: padding)
    return Value(
      node: node,
      images: value.images.convolved(weights, bias: bias, window: window, groups: groups))
  }

  /// A convolution of each channel by itself.
  mutating func depthwise(
    _ value: Value, kernel: Int = 3, stride: Int = 1, dilation: Int = 1,
    padding: Graph.Padding = .centred, isBiased: Bool = true
  ) -> Value {
    let channels = value.images.channels
    return convolution(
      value, channels, kernel: kernel, stride: stride, dilation: dilation, padding: padding,
      groups: channels, isBiased: isBiased)
  }

  mutating func fullyConnected(
    _ value: Value, _ outputs: Int, isBiased: Bool = true
  ) -> Value {
    let name = newLayer("full")
    let images = value.images
    let count = images.channels * images.height * images.width
    let weights = draw(name + ".weight", [outputs, count], spread(count))
    let bias = isBiased ? draw(name + ".bias", [outputs], -0.5...0.5) : nil
    let node = graph.fullyConnected(
      value.node, name, outputs: outputs, height: images.height, width: images.width,
      isBiased: isBiased)
    return Value(node: node, images: images.fullyConnected(weights, bias: bias))
  }

  mutating func pointwise(_ value: Value, _ outputs: Int) -> Value {
    let name = newLayer("pointwise")
    let count = value.images.channels
    let weights = draw(name + ".weight", [outputs, count], spread(count))
    let bias = draw(name + ".bias", [outputs], -0.5...0.5)
    // The same numbers as a kernel of one pixel.
    let kernel = Parameters.Tensor(shape: [outputs, count, 1, 1], values: weights.values)
    return Value(
      node: graph.pointwise(value.node, name, outputs: outputs),
      images: value.images.convolved(
        kernel, bias: bias, window: NaiveWindow(kernel: 1), groups: 1))
  }

  mutating func pointAttention(
    queries: Value, keys: Value, null: Value, points: Value, heads: Int
  ) -> Value {
    let name = newLayer("spread")
    let distance = draw(name + ".dist", [heads], -4...3)
    let node = graph.pointAttention(
      queries: queries.node, keys: keys.node, null: null.node, points: points.node, name: name,
      heads: heads)
    return Value(
      node: node,
      images: Images.pointAttention(
        queries: queries.images, keys: keys.images, null: null.images, points: points.images,
        distance: distance.values.map(Double.init)))
  }

  mutating func transposed(
    _ value: Value, _ outputs: Int, kernel: Int = 4, stride: Int = 2, padding: Int = 1
  ) -> Value {
    let name = newLayer("transposed")
    let inputs = value.images.channels
    let weights = draw(
      name + ".weight", [inputs, outputs, kernel, kernel],
      spread(inputs * kernel * kernel / stride / stride))
    let bias = draw(name + ".bias", [outputs], -0.5...0.5)
    let node = graph.transposedConvolution(
      value.node, name, outputs: outputs, kernel: kernel, stride: stride, padding: padding)
    let images = value.images.transposedConvolved(
      weights, bias: bias, stride: stride, padding: padding)
    return Value(node: node, images: images)
  }

  /// - Parameter shift: up to so much is added after scaling.
  mutating func normalized(
    _ value: Value, shift: Float = 1, epsilon: Double = 1e-5
  ) -> Value {
    let name = newLayer("norm")
    let channels = [value.images.channels]
    let weight = draw(name + ".weight", channels, -1.5...1.5)
    let bias = draw(name + ".bias", channels, -shift...shift)
    let mean = draw(name + ".running_mean", channels, -0.5...0.5)
    let variance = draw(name + ".running_var", channels, 0.3...1.5)
    let images =
      isLearning
      ? value.images.normalized(weight: weight.values, bias: bias.values, epsilon: epsilon)
      : value.images.normalized(
        weight: weight.values, bias: bias.values, mean: mean.values, variance: variance.values,
        epsilon: epsilon)
    return Value(
      node: graph.batchNormalization(value.node, name, epsilon: epsilon), images: images)
  }

  mutating func channelScaled(_ value: Value, isBiased: Bool = true) -> Value {
    let name = newLayer("scale")
    let channels = [value.images.channels]
    let weight = draw(name + ".weight", channels, -1.5...1.5)
    let bias = isBiased ? draw(name + ".bias", channels, -1...1) : nil
    return Value(
      node: graph.channelScale(value.node, name, isBiased: isBiased),
      images: value.images.scaled(weight: weight.values, bias: bias?.values))
  }

  mutating func layerNormalized(_ value: Value, epsilon: Double = 1e-5) -> Value {
    let name = newLayer("layernorm")
    let channels = [value.images.channels]
    let weight = draw(name + ".weight", channels, -1.5...1.5)
    let bias = draw(name + ".bias", channels, -1...1)
    return Value(
      node: graph.layerNormalization(value.node, name, epsilon: epsilon),
      images: value.images.layerNormalized(
        weight: weight.values, bias: bias.values, epsilon: epsilon))
  }

  /// A layer without weights: what it makes of the graph and of the images.
  mutating func layer(
    _ build: (inout Graph) -> Graph.Value, _ images: Images
  ) -> Value {
    Value(node: build(&graph), images: images)
  }

  // MARK: - Weights

  private mutating func newLayer(_ kind: String) -> String {
    layers += 1
    return "\(kind)\(layers)"
  }

  /// A range of weights that keeps sums of so many terms near the terms' size.
  private func spread(_ terms: Int) -> ClosedRange<Float> {
    let bound = (3 / Float(max(terms, 1))).squareRoot()
    return -bound...bound
  }

  private mutating func draw(
    _ name: String, _ shape: [Int], _ range: ClosedRange<Float>
  ) -> Parameters.Tensor {
    var generator = SplitMix64(name: name, seed: seed)
    var values = (0..<shape.reduce(1, *)).map { _ in generator.next(in: range) }
    // So that small nudges are exact.
    if isLearning { values = values.map { ($0 * 4096).rounded() / 4096 } }
    if let nudge, nudge.name == name { values[nudge.index] += nudge.distance }
    let tensor = Parameters.Tensor(shape: shape, values: values)
    tensors[name] = tensor
    return tensor
  }
}
