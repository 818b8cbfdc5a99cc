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

  mutating func input(
    _ channels: Int, _ name: String = "picture", isVector: Bool = false
  ) -> Value {
    var generator = SplitMix64(name: name, seed: seed &+ 1000 &* (revisions[name] ?? 0))
    let images = Images(
      batch: batch, channels: channels, height: isVector ? 1 : height, width: isVector ? 1 : width
    ) { _, _, _, _ in Double(generator.next(in: -1...1)) }
    inputs[name] = images
    return Value(node: graph.input(name, channels: channels, isVector: isVector), images: images)
  }

  mutating func output(_ name: String, _ value: Value) {
    graph.output(name, value.node)
    outputs[name] = value.images
  }

  mutating func convolution(
    _ value: Value, _ outputs: Int, kernel: Int = 3, stride: Int = 1, dilation: Int = 1,
    padding: Int? = nil, isBiased: Bool = true
  ) -> Value {
    let name = newLayer("convolution")
    let inputs = value.images.channels
    let weights = draw(
      name + ".weight", [outputs, inputs, kernel, kernel], spread(inputs * kernel * kernel))
    let bias = isBiased ? draw(name + ".bias", [outputs], -0.5...0.5) : nil
    let node = graph.convolution(
      value.node, name, outputs: outputs, kernel: kernel, stride: stride, dilation: dilation,
      padding: padding, isBiased: isBiased)
    let images = value.images.convolved(
      weights, bias: bias, stride: stride, dilation: dilation,
      padding: padding ?? dilation * (kernel - 1) / 2)
    return Value(node: node, images: images)
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

  mutating func activated(_ value: Value, _ function: Activation = .rectified) -> Value {
    Value(
      node: graph.activation(value.node, function), images: value.images.activated(function))
  }

  mutating func softmax(_ value: Value) -> Value {
    Value(node: graph.softmax(value.node), images: value.images.softmax())
  }

  mutating func sum(_ values: [Value]) -> Value {
    Value(node: graph.sum(values.map(\.node)), images: Images.sum(values.map(\.images)))
  }

  mutating func subsampled(_ value: Value, by step: Int = 2) -> Value {
    Value(
      node: graph.subsampled(value.node, by: step), images: value.images.subsampled(by: step))
  }

  mutating func maximumPooled(_ value: Value, by size: Int = 2) -> Value {
    Value(
      node: graph.maximumPooled(value.node, by: size),
      images: value.images.maximumPooled(by: size))
  }

  mutating func detached(_ value: Value) -> Value {
    Value(node: graph.detached(value.node), images: value.images)
  }

  mutating func enlarged(_ value: Value, by factor: Int = 2) -> Value {
    Value(
      node: graph.enlarged(value.node, by: factor), images: value.images.enlarged(by: factor))
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
