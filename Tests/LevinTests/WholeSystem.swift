import CSuperLU
import Colorimetry
import Colorization
import Foundation
import Imaging

/// The system of Levin et al. 2004 for a whole picture, written down equation by equation and solved
/// at once by SuperLU: slow, simple, and sharing nothing with the code under test.
struct WholeSystem {
  let height: Int
  let width: Int
  /// Equation by equation: the unknowns in it and their factors.
  private var equations: [[Int: Double]] = []

  /// - Parameters:
  ///   - lightness: L* in 0…100, H×W.
  ///   - screening: what is added to an unlabelled pixel's own factor.
  init(lightness: Plane, hints: Hints, screening: Double = 0) {
    height = lightness.height
    width = lightness.width
    let gray = LabImage.grayLevel(ofLightness: lightness)
    for row in 0..<height {
      for column in 0..<width {
        var equation = [row * width + column: 1.0]
        if Self.color(hints, row, column) == nil {
          equation = [row * width + column: 1 + screening]
          for (neighbor, weight) in Self.weights(gray, row, column) { equation[neighbor] = -weight }
        }
        equations.append(equation)
      }
    }
  }

  /// The values that the labelled pixels spread: a, then b; nil when SuperLU finds no solution.
  ///
  /// - Parameter base: what of the hints is there already.
  func solution(_ hints: Hints, less base: Chrominance? = nil) -> (a: [Double], b: [Double])? {
    let count = height * width
    var values = [Double](repeating: 0, count: 2 * count)
    for pixel in 0..<count {
      guard let color = Self.color(hints, pixel / width, pixel % width) else { continue }
      values[pixel] = color.0 - (base?.a.values[pixel] ?? 0)
      values[count + pixel] = color.1 - (base?.b.values[pixel] ?? 0)
    }
    // Compressed columns.
    var columns = [[(row: Int, factor: Double)]](repeating: [], count: count)
    for (row, equation) in equations.enumerated() {
      for (column, factor) in equation { columns[column].append((row, factor)) }
    }
    var starts: [Int32] = [0]
    var rows: [Int32] = []
    var factors: [Double] = []
    for column in columns {
      for entry in column.sorted(by: { $0.row < $1.row }) {
        rows.append(Int32(entry.row))
        factors.append(entry.factor)
      }
      starts.append(Int32(rows.count))
    }
    var order = [Int32](repeating: 0, count: count)
    var tree = order
    guard hb_superlu_analyze(Int32(count), starts, rows, &order, &tree) == 0,
      hb_superlu_solve(Int32(count), starts, rows, factors, order, tree, &values, 2) == 0
    else { return nil }
    return (Array(values.prefix(count)), Array(values.suffix(count)))
  }

  /// The colour that a pixel is given: that of the last point that covers it.
  private static func color(_ hints: Hints, _ row: Int, _ column: Int) -> (Double, Double)? {
    let point = hints.points.last {
      abs($0.row - row) <= $0.size / 2 && abs($0.column - column) <= $0.size / 2
    }
    return point.map { ($0.a, $0.b) }
  }

  /// w(r,s) = exp(−(Y(r)−Y(s))²/σ), σ = max(0.6·variance, min (Y(r)−Y(s))²/ln 100, 2·10⁻⁶), divided
  /// by their sum.
  private static func weights(_ gray: Plane, _ row: Int, _ column: Int) -> [(Int, Double)] {
    let window = (max(row - 1, 0)...min(row + 1, gray.height - 1)).flatMap { r in
      (max(column - 1, 0)...min(column + 1, gray.width - 1)).map { c in (r, c) }
    }
    let levels = window.map { gray[$0.0, $0.1] }
    let mean = levels.reduce(0, +) / Double(levels.count)
    let variance = levels.reduce(0) { $0 + pow($1 - mean, 2) } / Double(levels.count)
    let neighbors = window.filter { $0 != (row, column) }
    let squares = neighbors.map { pow(gray[$0.0, $0.1] - gray[row, column], 2) }
    let sigma = max(0.6 * variance, (squares.min() ?? 0) / log(100), 2e-6)
    let raw = squares.map { exp(-$0 / sigma) }
    let sum = raw.reduce(0, +)
    return zip(neighbors, raw).map { ($0.0 * gray.width + $0.1, $1 / sum) }
  }
}
