/// A network as a graph of layers on images, said once and compiled for any size.
///
/// Images are N×C×H×W. Layers refer to their weights by name: the layer `model1.0` has
/// `model1.0.weight` and `model1.0.bias`, as in a PyTorch state dict.
///
/// ```swift
/// var graph = Graph()
/// let gray = graph.input("lightness", channels: 1)
/// let hidden = graph.activation(graph.convolution(gray, "conv1", outputs: 64), .rectified)
/// graph.output("ab", graph.convolution(hidden, "conv2", outputs: 2, kernel: 1))
/// ```
public struct Graph: Sendable {
  /// What a layer gives: an image, or a vector where height and width are 1.
  public struct Value: Sendable, Hashable {
    let index: Int
  }

  struct Node: Sendable {
    let operation: Operation
    let inputs: [Value]
    let channels: Int
  }

  private(set) var nodes: [Node] = []
  private(set) var outputs: [(name: String, value: Value)] = []

  /// An empty graph.
  public init() {}

  func node(_ value: Value) -> Node { nodes[value.index] }

  /// The names of the outputs, in the order they were declared.
  public var outputNames: [String] { outputs.map(\.name) }

  /// How many channels a value has.
  public func channels(_ value: Value) -> Int { node(value).channels }

  private mutating func append(_ operation: Operation, _ inputs: [Value], channels: Int) -> Value {
    nodes.append(Node(operation: operation, inputs: inputs, channels: channels))
    return Value(index: nodes.count - 1)
  }

  /// An image given from outside; a vector (height and width 1) where `isVector`.
  public mutating func input(_ name: String, channels: Int, isVector: Bool = false) -> Value {
    append(.input(name: name, isVector: isVector), [], channels: channels)
  }

  /// Declares a result.
  public mutating func output(_ name: String, _ value: Value) {
    outputs.append((name, value))
  }

  /// A convolution with bias, zero-padded by `padding` (by default so that stride 1 keeps the size).
  ///
  /// Weights: outputs×inputs×kernel×kernel, and a bias unless `isBiased` is false.
  public mutating func convolution(
    _ value: Value, _ name: String, outputs: Int, kernel: Int = 3, stride: Int = 1,
    dilation: Int = 1, padding: Int? = nil, isBiased: Bool = true
  ) -> Value {
    let layer = ConvolutionLayer(
      name: name, inputs: channels(value), outputs: outputs, kernel: kernel, stride: stride,
      dilation: dilation, padding: padding ?? dilation * (kernel - 1) / 2, isBiased: isBiased)
    return append(.convolution(layer), [value], channels: outputs)
  }

  /// A transposed convolution that enlarges by `stride`; kernel − 2·padding must equal the stride.
  ///
  /// Weights: inputs×outputs×kernel×kernel, and a bias.
  public mutating func transposedConvolution(
    _ value: Value, _ name: String, outputs: Int, kernel: Int = 4, stride: Int = 2,
    padding: Int = 1
  ) -> Value {
    precondition(
      kernel - 2 * padding == stride, "a transposed convolution enlarges by its stride exactly")
    let layer = ConvolutionLayer(
      name: name, inputs: channels(value), outputs: outputs, kernel: kernel, stride: stride,
      dilation: 1, padding: padding, isBiased: true)
    return append(.transposedConvolution(layer), [value], channels: outputs)
  }

  /// Batch normalization by the running statistics; weights as PyTorch's BatchNorm2d.
  public mutating func batchNormalization(
    _ value: Value, _ name: String, epsilon: Double = 1e-5
  ) -> Value {
    append(
      .batchNormalization(name: name, epsilon: epsilon), [value], channels: channels(value))
  }

  /// A function of every number.
  public mutating func activation(_ value: Value, _ function: Activation) -> Value {
    append(.activation(function), [value], channels: channels(value))
  }

  /// Softmax over channels.
  public mutating func softmax(_ value: Value) -> Value {
    append(.softmax, [value], channels: channels(value))
  }

  /// The sum of values of equal channels; vectors are added to every pixel.
  public mutating func sum(_ values: [Value]) -> Value {
    precondition(
      Set(values.map(channels)).count == 1, "a sum has terms of equally many channels")
    return append(.sum, values, channels: channels(values[0]))
  }

  /// Every `step`-th pixel of every `step`-th row, from the first.
  public mutating func subsampled(_ value: Value, by step: Int) -> Value {
    append(.subsample(step), [value], channels: channels(value))
  }

  /// The maximum over squares of `size` pixels, `size` apart.
  public mutating func maximumPooled(_ value: Value, by size: Int) -> Value {
    append(.maximumPool(size), [value], channels: channels(value))
  }

  /// Bilinear enlargement with half-pixel centres (PyTorch's `align_corners=False`).
  public mutating func enlarged(_ value: Value, by factor: Int) -> Value {
    append(.enlarge(factor), [value], channels: channels(value))
  }

  /// The same numbers, through which nothing is learned: no gradient passes back.
  public mutating func detached(_ value: Value) -> Value {
    append(.detach, [value], channels: channels(value))
  }

  /// The value whose numbers these are.
  func origin(_ value: Value) -> Value {
    guard case .detach = node(value).operation else { return value }
    return origin(node(value).inputs[0])
  }
}
