import Foundation
import Imaging

/// Lightness from a formula, the same in `make_reference.py`.
enum Picture {
  /// Waves under a fine pattern, L* in 16…99.
  case waves
  /// Figure 8 of Zhang et al. 2017: a grey square on black.
  case square

  func lightness(height: Int, width: Int) -> Plane {
    var plane = Plane(height: height, width: width)
    for row in 0..<height {
      for column in 0..<width {
        switch self {
        case .waves:
          let wave = sin(0.23 * Double(column) + 0.4) * cos(0.17 * Double(row))
          plane[row, column] = 50 + 34 * wave + Double((row * 37 + column * 59) % 31) / 2
        case .square:
          let isInside = (64..<192).contains(row) && (64..<192).contains(column)
          plane[row, column] = isInside ? 53.4 : 0
        }
      }
    }
    return plane
  }
}
