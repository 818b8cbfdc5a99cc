import Imaging

/// A square of even lightness on black, in one colour or in two halves: what one or two points in
/// one segment ask of a method.
///
/// Zhang et al. 2017, Figure 8 and §4.5, https://doi.org/10.1145/3072959.3073703. The colours have
/// L* = 55 within 0.2, so nothing in the grey picture shows where one ends.
public struct SegmentFigure: Sendable {
  /// The name in tables.
  public let name: String
  private let left: [UInt8]
  private let right: [UInt8]

  /// The four figures of Figure 8: (b), (c), (e), (f).
  public static let all = [
    SegmentFigure(name: "1-blue", left: blue, right: blue),
    SegmentFigure(name: "2-red", left: red, right: red),
    SegmentFigure(name: "3-blue-and-red", left: blue, right: red),
    SegmentFigure(name: "4-green-and-pink", left: green, right: pink),
  ]

  private static let blue: [UInt8] = [75, 133, 210]
  private static let red: [UInt8] = [232, 76, 75]
  private static let green: [UInt8] = [62, 149, 57]
  private static let pink: [UInt8] = [197, 99, 150]

  /// Draws the figure; the square's sides are half the picture's.
  ///
  /// - Parameter side: of the picture in pixels.
  public func render(side: Int) -> RGBImage {
    var pixels = [UInt8](repeating: 0, count: 3 * side * side)
    let square = side / 4..<side - side / 4
    for row in square {
      for column in square {
        let color = column < side / 2 ? left : right
        let start = 3 * (row * side + column)
        for channel in 0..<3 { pixels[start + channel] = color[channel] }
      }
    }
    return RGBImage(height: side, width: side, pixels: pixels)
  }

  /// Where points go: the centre of the square, or of each half.
  ///
  /// - Parameter side: of the picture in pixels.
  public func marks(side: Int) -> [(row: Int, column: Int)] {
    if left == right { return [(side / 2, side / 2)] }
    return [(side / 2, side * 3 / 8), (side / 2, side * 5 / 8)]
  }
}
