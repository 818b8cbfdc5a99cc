import Imaging

/// The colour of a picture without its lightness: a* and b* of CIELAB, one plane each.
public struct Chrominance: Sendable, Equatable {
  /// a*, green to red, H×W.
  public var a: Plane
  /// b*, blue to yellow, H×W.
  public var b: Plane

  /// Joins two planes of one size.
  public init(a: Plane, b: Plane) {
    precondition(a.height == b.height && a.width == b.width, "a* and b* have one size")
    self.a = a
    self.b = b
  }

  /// Grey everywhere: a* = b* = 0.
  public init(neutralWithHeight height: Int, width: Int) {
    let zero = Plane(height: height, width: width)
    self.init(a: zero, b: zero)
  }

  /// Rows, H.
  public var height: Int { a.height }

  /// Columns, W.
  public var width: Int { a.width }

  /// True when no value is infinite or not a number.
  public var isFinite: Bool { a.values.allSatisfy(\.isFinite) && b.values.allSatisfy(\.isFinite) }
}
