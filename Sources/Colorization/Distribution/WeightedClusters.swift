/// Weighted k-means in the ab plane without chance: equal input, equal clusters.
///
/// Lloyd 1982, "Least squares quantization in PCM", https://doi.org/10.1109/TIT.1982.1056489, in
/// double precision, from centres chosen by a greedy reading of k-means++ (Arthur and Vassilvitskii
/// 2007): first the heaviest point, then again and again the one whose weight times squared
/// distance to the nearest centre is largest. All ties go to the lower index.
struct WeightedClusters {
  /// The weighted mean of each cluster; none is empty.
  private(set) var centers: [SIMD2<Double>]
  /// The total weight of each cluster.
  private(set) var weights: [Double]

  private static let maximumRounds = 100

  /// Clusters points of positive weight; fewer than `count` clusters where there are fewer distinct
  /// points, or where a cluster loses all its points.
  init(_ points: [SIMD2<Double>], weights pointWeights: [Double], count: Int) {
    centers = Self.seeds(points, pointWeights, count)
    weights = []
    var assignment = [Int](repeating: -1, count: points.count)
    for _ in 0..<Self.maximumRounds {
      let next = points.map(nearest)
      if next == assignment { break }
      assignment = next
      move(points, pointWeights, &assignment)
    }
  }

  /// Puts each centre at the mean of its points and drops those without any.
  private mutating func move(
    _ points: [SIMD2<Double>], _ pointWeights: [Double], _ assignment: inout [Int]
  ) {
    var sums = [SIMD2<Double>](repeating: .zero, count: centers.count)
    var totals = [Double](repeating: 0, count: centers.count)
    for (index, cluster) in assignment.enumerated() {
      sums[cluster] += pointWeights[index] * points[index]
      totals[cluster] += pointWeights[index]
    }
    let kept = totals.indices.filter { totals[$0] > 0 }
    centers = kept.map { sums[$0] / totals[$0] }
    weights = kept.map { totals[$0] }
    guard kept.count < totals.count else { return }
    let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    assignment = assignment.map { places[$0, default: 0] }
  }

  private func nearest(_ point: SIMD2<Double>) -> Int {
    var (best, least) = (0, Double.infinity)
    for (index, center) in centers.enumerated() {
      let distance = squaredLength(point - center)
      if distance < least { (best, least) = (index, distance) }
    }
    return best
  }

  private static func seeds(
    _ points: [SIMD2<Double>], _ weights: [Double], _ count: Int
  ) -> [SIMD2<Double>] {
    var costs = weights
    var distances = [Double](repeating: .infinity, count: points.count)
    var seeds: [SIMD2<Double>] = []
    while seeds.count < count {
      var (best, most) = (0, 0.0)
      for (index, cost) in costs.enumerated() where cost > most { (best, most) = (index, cost) }
      if most == 0 { break }
      seeds.append(points[best])
      for index in points.indices {
        distances[index] = min(distances[index], squaredLength(points[index] - points[best]))
        costs[index] = weights[index] * distances[index]
      }
    }
    return seeds
  }
}

/// The square of a vector's length.
@inline(__always)
private func squaredLength(_ vector: SIMD2<Double>) -> Double {
  vector.x * vector.x + vector.y * vector.y
}
