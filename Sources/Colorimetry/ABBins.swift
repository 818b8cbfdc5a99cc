import Foundation

/// The 313 quantised chrominances of learned colorization, 10 units apart.
///
/// Zhang, Isola and Efros 2016, "Colorful image colorization",
/// https://doi.org/10.1007/978-3-319-46487-9_40: the published list (`pts_in_hull`), ordered by a*,
/// then b*. It is data, not a formula: some centres lie outside sRGB at every lightness.
public enum ABBins {
  /// Bins in the list.
  public static let count = 313

  /// Cells of the full 23×23 grid over ±110.
  public static let gridCount = gridSide * gridSide

  /// For each a* from −90 in steps of 10, the first and last b*.
  private static let runs: [ClosedRange<Int>] = [
    50...90, 20...90, 0...90, -20...90, -30...100, -40...100, -50...100, -50...100, -60...100,
    -70...100, -80...90, -80...90, -90...90, -100...90, -100...80, -110...80, -110...80,
    -110...70, -110...70, -90...0,
  ]
  private static let gridSide = 23

  /// a* and b* of each bin, ordered by a*, then b*.
  public static let centers: [(a: Double, b: Double)] = runs.enumerated().flatMap { row, run in
    stride(from: run.lowerBound, through: run.upperBound, by: 10).map {
      (a: Double(10 * row - 90), b: Double($0))
    }
  }

  /// The nearest bin by Euclidean distance, the lower index where two are equally near.
  public static func nearest(a: Double, b: Double) -> Int {
    var best = 0
    var least = Double.infinity
    for (bin, center) in centers.enumerated() {
      let distance = squaredDistance(center, a, b)
      if distance < least { (best, least) = (bin, distance) }
    }
    return best
  }

  /// A chrominance as weights of its 10 nearest bins: Gaussian in the distance with σ = 5, summing
  /// to 1 (Zhang et al. 2017, https://doi.org/10.1145/3072959.3073703).
  ///
  /// - Parameters:
  ///   - a: finite a*.
  ///   - b: finite b*.
  /// - Returns: nearest bin first; the lower index first where two are equally near.
  public static func softEncoding(a: Double, b: Double) -> [(bin: Int, weight: Double)] {
    let distances = centers.map { squaredDistance($0, a, b) }
    let nearest = distances.indices
      .sorted { (distances[$0], $0) < (distances[$1], $1) }
      .prefix(10)
    let least = distances[nearest[0]]
    let weights = nearest.map { exp((least - distances[$0]) / (2 * 5 * 5)) }
    let total = weights.reduce(0, +)
    return zip(nearest, weights).map { (bin: $0, weight: $1 / total) }
  }

  /// The cell of the full 23×23 grid over ±110, in 0..<529: 23 · a-index + b-index.
  ///
  /// Coordinates round to the nearest 10, halves to even cells; those outside the grid belong to
  /// its edge.
  public static func gridIndex(a: Double, b: Double) -> Int {
    gridSide * gridCoordinate(a) + gridCoordinate(b)
  }

  private static func gridCoordinate(_ value: Double) -> Int {
    let cell = ((value + 110) / 10).rounded(.toNearestOrEven)
    return Int(min(max(cell, 0), Double(gridSide - 1)))
  }

  private static func squaredDistance(
    _ center: (a: Double, b: Double), _ a: Double, _ b: Double
  ) -> Double {
    (center.a - a) * (center.a - a) + (center.b - b) * (center.b - b)
  }
}
