import Colorimetry
import Colorization
import Imaging
import Testing

/// The input of `print_upsampling` of `make_reference.py`.
enum Hashed {
  static let low = hashedPlane(height: 9, width: 7, from: 1000, scale: 100, offset: 0)
  static let chrominance = Chrominance(
    a: hashedPlane(height: 9, width: 7, from: 2000, scale: 160, offset: -80),
    b: hashedPlane(height: 9, width: 7, from: 3000, scale: 160, offset: -80))
  static let full = Plane(
    height: 31, width: 19,
    values: (0..<(31 * 19)).map { index in
      let (row, column) = (index / 19, index % 19)
      return 0.7 * low[(2 * row + 1) * 9 / 62, (2 * column + 1) * 7 / 38]
        + 30 * hashed(4000 + index)
    })

  static func enlarge(_ method: JointBilateralUpsampling) -> Chrominance {
    method.enlarge(chrominance, lightness: low, to: full)
  }
}

/// Compares an enlarged plane with what `print_upsampling` printed.
func expect(_ plane: Plane, _ values: [Double], mean: Double, meanSquare: Double) {
  let places = [(0, 0), (5, 18), (15, 9), (16, 2), (22, 11), (30, 18)]
  for ((row, column), value) in zip(places, values) {
    #expect(abs(plane[row, column] - value) < 1e-4, "\(row), \(column)")
  }
  let count = Double(plane.values.count)
  #expect(abs(plane.values.reduce(0, +) / count - mean) < 1e-4)
  #expect(abs(plane.values.map { $0 * $0 }.reduce(0, +) / count - meanSquare) < 1e-2)
}
