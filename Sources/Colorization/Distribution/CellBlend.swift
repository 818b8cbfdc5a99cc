/// Where a pixel lies between the cells of a grid at a quarter of the resolution of the picture that a
/// network saw, along one axis.
struct CellBlend {
  /// The cell at or before the pixel.
  let cell: Int
  /// The cell after it; the same one at the border.
  let next: Int
  /// How far the pixel lies from `cell` to `next`, in 0..<1; 0, ¼, ½ or ¾ where the network saw the
  /// picture as it is.
  let fraction: Float

  /// Finds a pixel.
  ///
  /// - Parameters:
  ///   - pixel: in 0..<length.
  ///   - length: the picture's pixels along the axis.
  ///   - seen: those of the picture that the network saw, in 1…4·cells.
  init(pixel: Int, of length: Int, seen: Int, cells: Int) {
    let place = (Double(pixel) + 0.5) * (Double(seen) / Double(length)) - 0.5
    let position = max(place, 0) / 4
    cell = min(Int(position), cells - 1)
    next = min(cell + 1, cells - 1)
    fraction = Float(position - Double(cell))
  }

  /// The value between those of the two cells.
  @inline(__always)
  func mixed(_ first: Float, _ second: Float) -> Float {
    first + (second - first) * fraction
  }
}
