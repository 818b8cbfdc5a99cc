import Colorization

/// Hints as a network sees them that works at a smaller size than the picture.
///
/// A patch stays a square around the same place, its side scaled, rounded and at least one cell of
/// the smaller picture. A cell has the mean chrominance of the hinted pixels in it, so that a picture
/// revealed pixel by pixel is reduced as it would be itself.
struct ReducedHints {
  private struct Cell {
    var a = 0.0
    var b = 0.0
    /// Hinted pixels in the cell.
    var count = 0
    /// The point whose patch covers the cell; −1 for none.
    var owner: Int32 = -1
  }

  private var cells: [Cell]
  private let points: [HintPoint]
  private let width: Int

  /// Reduces hints of an H×W picture to h×w cells.
  init(_ hints: Hints, height: Int, width: Int, reducedHeight: Int, reducedWidth: Int) {
    points = hints.points
    self.width = reducedWidth
    cells = [Cell](repeating: Cell(), count: reducedHeight * reducedWidth)
    guard !points.isEmpty else { return }
    let vertical = Double(reducedHeight) / Double(height)
    let horizontal = Double(reducedWidth) / Double(width)
    for (pixel, owner) in hints.ownership(height: height, width: width).enumerated()
    where owner >= 0 {
      let row = pixel / width * reducedHeight / height
      let column = pixel % width * reducedWidth / width
      let point = points[Int(owner)]
      cells[row * reducedWidth + column].a += point.a
      cells[row * reducedWidth + column].b += point.b
      cells[row * reducedWidth + column].count += 1
    }
    for (index, point) in points.enumerated() {
      let extent = point.extent(height: height, width: width)
      guard !extent.rows.isEmpty, !extent.columns.isEmpty else { continue }
      let rows = Self.range(point.row, point.size, scale: vertical, count: reducedHeight)
      let columns = Self.range(point.column, point.size, scale: horizontal, count: reducedWidth)
      for row in rows {
        for column in columns { cells[row * reducedWidth + column].owner = Int32(index) }
      }
    }
  }

  /// Calls `body` with row, column, a* and b* of every hinted cell, row by row.
  func forEach(_ body: (_ row: Int, _ column: Int, _ a: Double, _ b: Double) -> Void) {
    for (index, cell) in cells.enumerated() where cell.owner >= 0 {
      let point = points[Int(cell.owner)]
      let isHit = cell.count > 0
      body(
        index / width, index % width, isHit ? cell.a / Double(cell.count) : point.a,
        isHit ? cell.b / Double(cell.count) : point.b)
    }
  }

  /// The cells of a patch along one axis: around its centre, inside the picture.
  private static func range(_ center: Int, _ size: Int, scale: Double, count: Int) -> Range<Int> {
    let side = min(max(1, Int((Double(size) * scale).rounded())), count)
    let first = ((Double(center) + 0.5) * scale - Double(side) / 2).rounded()
    let start = min(max(Int(first), 0), count - side)
    return start..<start + side
  }
}
