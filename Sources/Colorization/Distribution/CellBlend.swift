/// Where a pixel lies between the cells of a grid at a quarter of its resolution, along one axis.
struct CellBlend {
  /// The cell at or before the pixel.
  let cell: Int
  /// The cell after it; the same one at the border.
  let next: Int
  /// How far the pixel lies from `cell` to `next`: 0, ¼, ½ or ¾.
  let fraction: Float

  /// Finds a pixel in 0..<4·cells.
  init(pixel: Int, cells: Int) {
    cell = pixel / 4
    next = min(cell + 1, cells - 1)
    fraction = Float(pixel % 4) / 4
  }

  /// The value between those of the two cells.
  @inline(__always)
  func mixed(_ first: Float, _ second: Float) -> Float {
    first + (second - first) * fraction
  }
}
