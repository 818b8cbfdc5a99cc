/// A network as a graph of operators on images, said once and compiled for any size.
///
/// Images are N×C×H×W. Layers refer to their weights by name: the layer `model1.0` has
/// `model1.0.weight` and `model1.0.bias`, as in a PyTorch state dict. Each operator adds its own
/// method here, beside what it means: see `Operators`.
///
/// ```swift
/// var graph = Graph()
/// let gray = graph.input("lightness", channels: 1)
/// let hidden = graph.activation(graph.convolution(gray, "conv1", outputs: 64), .relu)
/// graph.output("ab", graph.convolution(hidden, "conv2", outputs: 2, kernel: 1))
/// ```
public struct Graph: Sendable {
  /// What a layer gives: an image, or a vector where height and width are 1.
  public struct Value: Sendable, Hashable {
    let index: Int
  }

  struct Node: Sendable {
    let operation: any Operator
    let inputs: [Value]
    /// Nil where only the pictures' size tells.
    let channels: Int?
  }

  private(set) var nodes: [Node] = []
  private(set) var outputs: [(name: String, value: Value)] = []

  /// An empty graph.
  public init() {}

  /// The names of the outputs, in the order they were declared.
  public var outputNames: [String] { outputs.map(\.name) }

  /// How many channels a value has.
  ///
  /// - Precondition: the number does not depend on the pictures' size, as that of a matrix product
  ///   by transposed pixels does.
  public func channels(_ value: Value) -> Int {
    guard let channels = node(value).channels else {
      preconditionFailure("how many channels \(layerName(value)) has depends on the pictures' size")
    }
    return channels
  }

  /// Declares a result.
  public mutating func output(_ name: String, _ value: Value) {
    outputs.append((name, value))
  }

  /// The name and shape of every array of weights, in the order of the layers.
  public var parameterShapes: [(name: String, shape: [Int])] {
    parameterArrays.map { ($0.name, $0.shape) }
  }

  // MARK: - For operators and lowering

  func node(_ value: Value) -> Node { nodes[value.index] }

  /// How many pixels a value has, where that does not depend on the pictures' size.
  func knownPixels(_ value: Value) -> Int? {
    node(value).operation.knownPixels(of: node(value), in: self)
  }

  mutating func append(
    _ operation: any Operator, _ inputs: [Value], channels: Int?
  ) -> Value {
    nodes.append(Node(operation: operation, inputs: inputs, channels: channels))
    return Value(index: nodes.count - 1)
  }

  var parameterArrays: [ParameterArray] { nodes.flatMap(\.operation.parameters) }

  /// The values that the named outputs need, in the order of the layers.
  func needed(for names: [String]) -> [Value] {
    var isNeeded = [Bool](repeating: false, count: nodes.count)
    for (name, value) in outputs where names.contains(name) { isNeeded[value.index] = true }
    for index in nodes.indices.reversed() where isNeeded[index] {
      for input in nodes[index].inputs { isNeeded[input.index] = true }
    }
    return nodes.indices.filter { isNeeded[$0] }.map(Value.init)
  }

  /// A value's name for progress, tables and errors: that of the layer it comes from.
  func layerName(_ value: Value) -> String {
    let node = node(value)
    return node.operation.name ?? node.inputs.first.map(layerName) ?? "layer \(value.index)"
  }
}
