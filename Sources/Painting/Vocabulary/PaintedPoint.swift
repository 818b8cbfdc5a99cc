import Colorization

/// A hint point as the page sends and keeps it.
public struct PaintedPoint: Codable, Sendable, Hashable {
  /// Row of the patch's centre in the working size, from 0 at the top.
  public var row: Int
  /// Column of the patch's centre in the working size, from 0 at the left.
  public var column: Int
  /// Side of the patch in pixels of the working size: odd, 1…9.
  public var size: Int
  /// a* in −128…128.
  public var a: Double
  /// b* in −128…128.
  public var b: Double

  /// The sides that the page offers, in pixels.
  public static let sizes = [1, 3, 5, 7, 9]

  /// Makes a point; what it holds is checked by ``hint(side:)``.
  public init(row: Int, column: Int, size: Int, a: Double, b: Double) {
    self.row = row
    self.column = column
    self.size = size
    self.a = a
    self.b = b
  }

  /// The point as methods take it.
  ///
  /// - Parameter side: of the working size, in pixels.
  /// - Throws: ``PaintingError/badPoint(_:)`` for a point outside or values out of range.
  public func hint(side: Int) throws(PaintingError) -> HintPoint {
    guard (0..<side).contains(row), (0..<side).contains(column) else {
      throw .badPoint("row \(row) and column \(column) should be in 0..<\(side)")
    }
    guard Self.sizes.contains(size) else {
      throw .badPoint("size \(size) should be 1, 3, 5, 7 or 9")
    }
    guard a.isFinite, b.isFinite, abs(a) <= 128, abs(b) <= 128 else {
      throw .badPoint("a and b should be in -128...128")
    }
    return HintPoint(row: row, column: column, size: size, a: a, b: b)
  }
}
