import Colorization
import Foundation

/// The bins of a palette head that are nearest to a chrominance, found exactly but fast.
///
/// The plane over ±110 is cut into small cells. For each cell a list holds every bin that can be
/// among the ten nearest of any point in it: those not farther from the cell's nearest point than
/// the tenth bin is from its farthest. So a search looks at about fifteen bins instead of all. The
/// result is that of `ABBins.softEncoding` to the last bit, ties included.
struct NearestBins: Sendable {
  /// Bins that share a colour's weight.
  static let neighbors = 10

  private static let inGamut = NearestBins(.inGamut313)
  private static let grid = NearestBins(.grid529)

  /// The search for a head.
  static func of(_ set: ABBinSet) -> NearestBins {
    switch set {
    case .inGamut313: inGamut
    case .grid529: grid
    }
  }

  private static let reach = 110.0
  private static let cell = 2.5
  private static let side = 88
  /// Cells overlap by this, so that rounding never finds the wrong one.
  private static let margin = 0.01

  private let centers: [SIMD2<Double>]
  /// Candidates of all cells, cell after cell, each in ascending order; at last all bins.
  private let candidates: [Int32]
  /// Where the candidates of each cell begin, a's index slow; two more entries for the list of all.
  private let starts: [Int]

  private init(_ set: ABBinSet) {
    centers = set.centers.map { SIMD2($0.a, $0.b) }
    var candidates: [Int32] = []
    var starts: [Int] = []
    for cell in 0..<(Self.side * Self.side) {
      starts.append(candidates.count)
      let corner = SIMD2(Double(cell / Self.side), Double(cell % Self.side)) * Self.cell
      let low = corner - Self.reach - Self.margin
      let high = low + Self.cell + 2 * Self.margin
      let farthest = centers.map { center in
        let offset = pointwiseMax(center - low, high - center)
        return (offset * offset).sum()
      }
      let limit = farthest.sorted()[Self.neighbors - 1]
      for (bin, center) in centers.enumerated() {
        let offset = pointwiseMax(pointwiseMax(low - center, center - high), .zero)
        if (offset * offset).sum() <= limit { candidates.append(Int32(bin)) }
      }
    }
    starts.append(candidates.count)
    candidates.append(contentsOf: (0..<Int32(centers.count)))
    starts.append(candidates.count)
    self.candidates = candidates
    self.starts = starts
  }

  /// The nearest bin, the lower index where two are equally near.
  func nearest(a: Float, b: Float) -> Int {
    var best: Int32 = 0
    var least = Double.infinity
    for index in range(a, b) {
      let distance = squaredDistance(candidates[index], a, b)
      if distance < least { (best, least) = (candidates[index], distance) }
    }
    return Int(best)
  }

  /// A chrominance as weights of its ten nearest bins: Gaussian in the distance with σ = 5, summing
  /// to 1, nearest first, the lower index first where two are equally near.
  ///
  /// Zhang et al. 2017, §3.4, https://doi.org/10.1145/3072959.3073703.
  ///
  /// - Parameters:
  ///   - bins, weights: become the ten bins and their weights.
  func encode(
    a: Float, b: Float, bins: UnsafeMutablePointer<Int32>, weights: UnsafeMutablePointer<Float>
  ) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: Self.neighbors) { distances in
      var found = 0
      for index in range(a, b) {
        let distance = squaredDistance(candidates[index], a, b)
        var place = found
        while place > 0, distance < distances[place - 1] {
          if place < Self.neighbors {
            (distances[place], bins[place]) = (distances[place - 1], bins[place - 1])
          }
          place -= 1
        }
        guard place < Self.neighbors else { continue }
        (distances[place], bins[place]) = (distance, candidates[index])
        found = min(found + 1, Self.neighbors)
      }
      var total: Float = 0
      for place in 0..<Self.neighbors {
        weights[place] = exp(Float((distances[0] - distances[place]) / 50))
        total += weights[place]
      }
      for place in 0..<Self.neighbors { weights[place] /= total }
    }
  }

  /// Where the candidates of a colour are; colours outside the cells have all bins.
  private func range(_ a: Float, _ b: Float) -> Range<Int> {
    let row = (Double(a) + Self.reach) / Self.cell
    let column = (Double(b) + Self.reach) / Self.cell
    let side = Double(Self.side)
    let isInside = row >= 0 && row < side && column >= 0 && column < side
    let cell = isInside ? Int(row) * Self.side + Int(column) : Self.side * Self.side
    return starts[cell]..<starts[cell + 1]
  }

  private func squaredDistance(_ bin: Int32, _ a: Float, _ b: Float) -> Double {
    let offset = centers[Int(bin)] - SIMD2(Double(a), Double(b))
    return offset.x * offset.x + offset.y * offset.y
  }
}
