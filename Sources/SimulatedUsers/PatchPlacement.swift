import Colorimetry
import Colorization

/// Where another patch may go: wholly inside the picture, overlapping no earlier one.
///
/// Zhang et al. 2017, Fig. 6, https://doi.org/10.1145/3072959.3073703.
public struct PatchPlacement: Sendable {
  /// Rows of the picture, H.
  public let height: Int
  /// Columns of the picture, W.
  public let width: Int
  /// Side of a patch in pixels, odd.
  public let patch: Int
  /// Points placed so far.
  public private(set) var placed = 0
  /// H×W, row-major: whether a patch may be centred there.
  public private(set) var allowed: [Bool]
  private var allowedInRow: [Int]

  /// An empty picture.
  ///
  /// - Parameter patch: side of a patch in pixels, odd and positive; where it exceeds the picture,
  ///   no place is allowed.
  public init(height: Int, width: Int, patch: Int) {
    precondition(patch > 0 && patch % 2 == 1, "a patch has an odd side")
    self.height = height
    self.width = width
    self.patch = patch
    allowed = [Bool](repeating: false, count: height * width)
    allowedInRow = [Int](repeating: 0, count: height)
    guard patch <= height, patch <= width else { return }
    let half = patch / 2
    for row in half..<(height - half) {
      for column in half..<(width - half) { allowed[row * width + column] = true }
      allowedInRow[row] = width - 2 * half
    }
  }

  /// How many centres are allowed.
  public var count: Int { allowedInRow.reduce(0, +) }

  /// The allowed centre with an index in `0..<count`, counted in row-major order.
  func center(at index: Int) -> (row: Int, column: Int) {
    var remaining = index
    var row = 0
    while remaining >= allowedInRow[row] {
      remaining -= allowedInRow[row]
      row += 1
    }
    var column = 0
    while remaining > 0 || !allowed[row * width + column] {
      if allowed[row * width + column] { remaining -= 1 }
      column += 1
    }
    return (row, column)
  }

  /// Places a patch, and shows what it reveals: the mean true a* and b* over it.
  mutating func reveal(_ truth: Chrominance, row: Int, column: Int) -> HintPoint {
    place(row: row, column: column)
    var a = 0.0
    var b = 0.0
    for y in (row - patch / 2)...(row + patch / 2) {
      for x in (column - patch / 2)...(column + patch / 2) {
        a += truth.a[y, x]
        b += truth.b[y, x]
      }
    }
    let area = Double(patch * patch)
    return HintPoint(row: row, column: column, size: patch, a: a / area, b: b / area)
  }

  /// Says that no centre is left.
  var noRoom: OracleError {
    .noRoom(placed: placed, patch: patch, height: height, width: width)
  }

  /// Forbids every centre whose patch would overlap one placed here.
  private mutating func place(row: Int, column: Int) {
    let reach = patch - 1
    for y in max(row - reach, 0)...min(row + reach, height - 1) {
      for x in max(column - reach, 0)...min(column + reach, width - 1)
      where allowed[y * width + x] {
        allowed[y * width + x] = false
        allowedInRow[y] -= 1
      }
    }
    placed += 1
  }
}
