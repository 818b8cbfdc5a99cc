/// What a node of a ``Graph`` means: its weights, its result's size, and the steps that compute it.
///
/// An operator is one file here, with its method of ``Graph`` and its ``Step``, and one file of
/// kernels in C.
protocol Operator: Sendable {
  /// The layer's name, where it has one.
  var name: String? { get }
  var parameters: [ParameterArray] { get }
  /// How many pixels the result has where that does not depend on the pictures' size; nil where it
  /// does.
  func knownPixels(of node: Graph.Node, in graph: Graph) -> Int?

  /// The result's size, from those of the inputs.
  ///
  /// - Parameter layer: for errors.
  func shape(of inputs: [Shape], layer: String) throws(NeuralEngineError) -> Shape

  /// True where the operator can take over what comes behind it.
  func fuses(_ fusion: Fusion, into value: Graph.Value, of lowering: Lowering) -> Bool

  /// Adds the steps that compute the value.
  ///
  /// - Parameters:
  ///   - value: the operator's own; what its inputs are the graph knows.
  ///   - result: the value whose numbers are made: the same, or that of the last layer fused.
  ///   - fusion: none, or what ``fuses(_:into:of:)`` agreed to.
  func lower(
    _ value: Graph.Value, as result: Graph.Value, fusing fusion: Fusion, into lowering: Lowering
  ) throws(NeuralEngineError) -> Tensor
}

extension Operator {
  var name: String? { nil }
  var parameters: [ParameterArray] { [] }

  func knownPixels(of node: Graph.Node, in graph: Graph) -> Int? { nil }

  func fuses(_ fusion: Fusion, into value: Graph.Value, of lowering: Lowering) -> Bool { false }
}

/// An operator whose result has its first input's pixels.
protocol PixelwiseOperator: Operator {}

extension PixelwiseOperator {
  func knownPixels(of node: Graph.Node, in graph: Graph) -> Int? {
    graph.knownPixels(node.inputs[0])
  }
}

/// The size of a value, without its batch.
struct Shape: Sendable, Hashable {
  var channels: Int
  var height: Int
  var width: Int

  var isVector: Bool { height == 1 && width == 1 }
  var sides: [Int] { [height, width] }

  func with(channels: Int? = nil, height: Int? = nil, width: Int? = nil) -> Shape {
    Shape(
      channels: channels ?? self.channels, height: height ?? self.height,
      width: width ?? self.width)
  }
}
