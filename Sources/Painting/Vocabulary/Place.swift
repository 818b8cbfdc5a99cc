/// A pixel of the working size.
public struct Place: Codable, Sendable, Hashable {
  /// From 0 at the top.
  public var row: Int
  /// From 0 at the left.
  public var column: Int

  /// Names a pixel.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}
