import Foundation
import Imaging

/// How much each pixel's colour follows its neighbours': the affinities of Levin et al. 2004.
///
/// For a pixel r with neighbours s in its 3×3 window, w(r,s) ∝ exp(−(Y(r)−Y(s))²/σ(r)) with
/// σ = 0.6·variance of the window, raised so that the most similar neighbour keeps 0.01 and never
/// below 2·10⁻⁶; the weights of a pixel sum to 1. These are the constants of the authors' released
/// program (`getColorExact`), https://doi.org/10.1145/1015706.1015780.
struct LevinWeights: Sendable {
  /// The eight neighbours as (row, column) steps, row-major; direction d and 7−d are opposite.
  static let steps = [(-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1)]

  let height: Int
  let width: Int
  /// H×W×8 weights: those of pixel p stand at 8p…8p+7, 0 where the neighbour is outside.
  let values: [Double]

  /// Measures the weights of a picture.
  ///
  /// - Parameter intensity: grey levels in 0…1, H×W.
  init(intensity: Plane) {
    height = intensity.height
    width = intensity.width
    var values = [Double](repeating: 0, count: 8 * height * width)
    for row in 0..<height {
      for column in 0..<width {
        Self.weigh(intensity, row, column, into: &values)
      }
    }
    self.values = values
  }

  private static func weigh(
    _ intensity: Plane, _ row: Int, _ column: Int, into values: inout [Double]
  ) {
    let center = intensity[row, column]
    let base = 8 * (row * intensity.width + column)
    var sum = center
    var count = 1.0
    var smallest = Double.infinity
    // First the squared distances, marked −1 outside the picture, then the weights in place.
    for (direction, step) in steps.enumerated() {
      let (r, c) = (row + step.0, column + step.1)
      guard r >= 0, r < intensity.height, c >= 0, c < intensity.width else {
        values[base + direction] = -1
        continue
      }
      let neighbor = intensity[r, c]
      let distance = (neighbor - center) * (neighbor - center)
      values[base + direction] = distance
      smallest = min(smallest, distance)
      sum += neighbor
      count += 1
    }
    let mean = sum / count
    var variance = (center - mean) * (center - mean)
    for (direction, step) in steps.enumerated() where values[base + direction] >= 0 {
      let deviation = intensity[row + step.0, column + step.1] - mean
      variance += deviation * deviation
    }
    variance /= count
    let sigma = max(0.6 * variance, -smallest / log(0.01), 2e-6)
    var total = 0.0
    for direction in 0..<8 {
      let distance = values[base + direction]
      values[base + direction] = distance < 0 ? 0 : exp(-distance / sigma)
      total += values[base + direction]
    }
    guard total > 0 else { return }  // a picture of a single pixel has no neighbours
    for direction in 0..<8 { values[base + direction] /= total }
  }
}
