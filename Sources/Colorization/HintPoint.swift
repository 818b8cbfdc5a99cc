/// One colour a user has revealed: a square patch with one chrominance.
///
/// The patch writes its `a`, `b` (and mask 1) to every pixel of it that lies in the picture; later
/// points overwrite earlier ones. Zhang et al. 2017, §3.2, https://doi.org/10.1145/3072959.3073703.
public struct HintPoint: Sendable, Hashable {
  /// Row of the patch's centre, from 0 at the top.
  public let row: Int
  /// Column of the patch's centre, from 0 at the left.
  public let column: Int
  /// Side of the patch in pixels: odd, at least 1.
  public let size: Int
  /// CIE a*, green to red.
  public let a: Double
  /// CIE b*, blue to yellow.
  public let b: Double

  /// Makes a point; `size` must be odd and positive.
  public init(row: Int, column: Int, size: Int, a: Double, b: Double) {
    precondition(size > 0 && size % 2 == 1, "a patch has an odd side")
    self.row = row
    self.column = column
    self.size = size
    self.a = a
    self.b = b
  }

  /// The rows and columns of the patch that lie inside an H×W picture; either may be empty.
  public func extent(height: Int, width: Int) -> (rows: Range<Int>, columns: Range<Int>) {
    let half = size / 2
    let top = min(max(row - half, 0), height)
    let left = min(max(column - half, 0), width)
    let bottom = max(min(row + half + 1, height), top)
    let right = max(min(column + half + 1, width), left)
    return (top..<bottom, left..<right)
  }
}
