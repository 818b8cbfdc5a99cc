import Colorimetry
import Imaging

/// A chrominance given by formulas of row and column.
func field(
  _ height: Int, _ width: Int, a: (Double, Double) -> Double, b: (Double, Double) -> Double
) -> Chrominance {
  var chrominance = Chrominance(neutralWithHeight: height, width: width)
  for row in 0..<height {
    for column in 0..<width {
      chrominance.a[row, column] = a(Double(row), Double(column))
      chrominance.b[row, column] = b(Double(row), Double(column))
    }
  }
  return chrominance
}

/// a* = (r − 20)(c − 40)/16 and b* = (r² − c²)/64.
func smoothTruth(_ height: Int = 64, _ width: Int = 64) -> Chrominance {
  field(height, width, a: { ($0 - 20) * ($1 - 40) / 16 }, b: { ($0 * $0 - $1 * $1) / 64 })
}
