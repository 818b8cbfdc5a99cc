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
    inputs[name] = images
    return Value(node: graph.input(name, channels: channels, size: size), images: images)
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
