/// An array of numbers from a weights file.
public struct WeightTensor: Sendable, Equatable {
  /// The length of every axis, outermost first; empty for a single number.
  public let shape: [Int]
  /// The numbers in row-major order.
  ///
  /// Numbers of wider types are rounded: integers beyond 2²⁴ and 64-bit floats are not kept exactly.
  public let values: [Float]
  /// How the file stores the numbers.
  public let stored: ElementType

  /// How many numbers there are.
  public var count: Int { values.count }

  /// An array of the given shape.
  ///
  /// - Parameters:
  ///   - shape: at most ``maximumRank`` axes, none negative; their product is the count of `values`.
  ///   - values: the numbers in row-major order.
  ///   - stored: how a file stores them.
  public init(shape: [Int], values: [Float], stored: ElementType = .float32) {
    precondition(shape.count <= Self.maximumRank, "a tensor has at most 8 axes")
    precondition(shape.allSatisfy { $0 >= 0 }, "an axis is not negative")
    precondition(shape.reduce(1, *) == values.count, "the shape holds the values")
    self.shape = shape
    self.values = values
    self.stored = stored
  }

  /// The most axes a tensor may have.
  public static let maximumRank = 8

  /// How many numbers a shape from a file holds.
  static func checkedCount(_ shape: [Int]) throws(TensorFault) -> Int {
    guard shape.count <= maximumRank else { throw .rank(shape.count) }
    guard shape.allSatisfy({ $0 >= 0 }) else { throw .negativeLength(shape) }
    var count = 1
    // An axis of no length makes the tensor empty, but the others must still be possible.
    for length in shape where length > 0 {
      let (product, overflow) = count.multipliedReportingOverflow(by: length)
      // Room for the widest element keeps byte counts from overflowing, too.
      guard !overflow, product <= Int.max / 8 else { throw .tooLarge(shape) }
      count = product
    }
    return shape.contains(0) ? 0 : count
  }
}
