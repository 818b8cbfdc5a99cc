/// The weights of a network by name.
public struct Parameters: Sendable {
  /// One array of weights.
  public struct Tensor: Sendable, Equatable {
    /// The size along each axis.
    public let shape: [Int]
    /// The numbers, row-major.
    public let values: [Float]

    /// Wraps numbers; their count must be the product of the shape.
    public init(shape: [Int], values: [Float]) {
      precondition(shape.reduce(1, *) == values.count, "as many numbers as the shape says")
      self.shape = shape
      self.values = values
    }
  }

  /// The arrays by name.
  public var tensors: [String: Tensor]

  /// Wraps named arrays.
  public init(_ tensors: [String: Tensor]) {
    self.tensors = tensors
  }

  /// The numbers of an array.
  ///
  /// - Throws: ``NeuralEngineError`` where it is missing or of another shape.
  func values(_ name: String, _ shape: [Int]) throws(NeuralEngineError) -> [Float] {
    guard let tensor = tensors[name] else {
      throw .missingParameter(name: name, shape: shape)
    }
    guard tensor.shape == shape else {
      throw .wrongShape(name: name, expected: shape, found: tensor.shape)
    }
    return tensor.values
  }
}
