import Foundation
import Imaging

/// Mean structural similarity of 8-bit pictures of one size.
///
/// Channels stay interleaved: a picture is rows of 3W numbers, along which taps lie 3 apart. Each
/// input row is weighted along itself once and kept for as many output rows as the window is high.
struct StructuralSimilarity {
  private let height: Int
  /// Samples in a row, 3W.
  private let samples: Int
  /// Rows of a window.
  private let side: Int
  /// Weights from the middle of the window outward.
  private let weights: [Double]

  /// Local moments that the formula needs: E[x], E[y], E[x² + y²], E[xy].
  private static let moments = 4

  init(height: Int, width: Int) {
    self.height = height
    samples = 3 * width
    let fitting = min(11, height, width)
    side = fitting % 2 == 1 ? fitting : fitting - 1
    let bell = (0...(side / 2)).map { exp(-Double($0 * $0) / (2 * 1.5 * 1.5)) }
    let total = 2 * bell.reduce(0, +) - bell[0]
    weights = bell.map { $0 / total }
  }

  /// Samples of an output row: those with a whole window.
  private var valid: Int { samples - 3 * (side - 1) }

  func mean(_ truth: RGBImage, _ result: RGBImage) -> Double {
    let half = side / 2
    let line = Self.moments * samples
    var total = 0.0
    truth.pixels.withUnsafeBufferPointer { truth in
      result.pixels.withUnsafeBufferPointer { result in
        withUnsafeTemporaryAllocation(of: Double.self, capacity: (side + 2) * line) { memory in
          guard let ring = memory.baseAddress, let truth = truth.baseAddress,
            let result = result.baseAddress
          else { return }
          let raw = ring + side * line
          let local = raw + line
          for row in 0..<height {
            products(truth + row * samples, result + row * samples, into: raw)
            // Along the row; every moment is as long, so that one pass weights all four.
            weigh(into: ring + row % side * line, count: line - 6 * half, middle: raw + 3 * half) {
              raw + 3 * (half + $0)
            }
            guard row >= side - 1 else { continue }
            let middle = row - half
            weigh(into: local, count: line - 6 * half, middle: ring + middle % side * line) {
              ring + (middle + $0) % side * line
            }
            total += similarity(local)
          }
        }
      }
    }
    return total / Double(valid * (height - side + 1))
  }

  /// Weights `count` values, their neighbours given by the tap −half…half.
  @inline(__always)
  private func weigh(
    into target: UnsafeMutablePointer<Double>, count: Int, middle: UnsafePointer<Double>,
    neighbour: (Int) -> UnsafeMutablePointer<Double>
  ) {
    let weight = weights[0]
    for index in 0..<count { target[index] = weight * middle[index] }
    for tap in 1..<max(weights.count, 1) {
      let weight = weights[tap]
      let before = neighbour(-tap)
      let after = neighbour(tap)
      for index in 0..<count { target[index] += weight * (before[index] + after[index]) }
    }
  }

  /// x, y, x² + y² and xy of a row, one after the other.
  @inline(__always)
  private func products(
    _ truth: UnsafePointer<UInt8>, _ result: UnsafePointer<UInt8>,
    into moments: UnsafeMutablePointer<Double>
  ) {
    for index in 0..<samples {
      let x = Double(truth[index])
      let y = Double(result[index])
      moments[index] = x
      moments[samples + index] = y
      moments[2 * samples + index] = x * x + y * y
      moments[3 * samples + index] = x * y
    }
  }

  /// The sum of equation 13 over a row of local moments.
  @inline(__always)
  private func similarity(_ moments: UnsafePointer<Double>) -> Double {
    let c1 = (0.01 * 255) * (0.01 * 255)
    let c2 = (0.03 * 255) * (0.03 * 255)
    var total = 0.0
    for index in 0..<valid {
      let x = moments[index]
      let y = moments[samples + index]
      let squares = x * x + y * y
      let product = 2 * x * y
      let variances = moments[2 * samples + index] - squares
      let covariance = 2 * moments[3 * samples + index] - product
      total += (product + c1) * (covariance + c2) / ((squares + c1) * (variances + c2))
    }
    return total
  }
}
