/// An array of numbers read from a `.npy` file.
public struct NumPyArray: Sendable, Equatable {
  /// The length of each axis; none for a single number.
  public let shape: [Int]
  /// All numbers in C order: the last axis runs fastest.
  public let values: [Double]

  /// Wraps existing numbers.
  ///
  /// - Parameter values: as many numbers as the product of `shape`.
  public init(shape: [Int], values: [Double]) {
    precondition(values.count == shape.reduce(1, *), "an array has as many numbers as its shape")
    self.shape = shape
    self.values = values
  }
}
