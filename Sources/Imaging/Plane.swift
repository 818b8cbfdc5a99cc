/// One number a pixel: H×W in row-major order, rows counted from 0 at the top.
public struct Plane: Sendable, Equatable {
  /// Rows, H.
  public let height: Int
  /// Columns, W.
  public let width: Int
  /// H×W values, row-major.
  public var values: [Double]

  /// A plane filled with one value.
  public init(height: Int, width: Int, repeating value: Double = 0) {
    self.init(
      height: height, width: width, values: [Double](repeating: value, count: height * width))
  }

  /// Wraps existing values.
  ///
  /// - Parameter values: exactly `height * width` numbers, row-major.
  public init(height: Int, width: Int, values: [Double]) {
    precondition(values.count == height * width, "a plane has H×W values")
    self.height = height
    self.width = width
    self.values = values
  }

  /// The value at a row and column.
  @inlinable
  public subscript(row: Int, column: Int) -> Double {
    get { values[row * width + column] }
    set { values[row * width + column] = newValue }
  }
}
