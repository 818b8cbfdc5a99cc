/// Colours such that the true one is probably near one of them, chosen one after the other.
///
/// A colour within 10 CIELAB units of a chosen one counts whole, one within 20 half; each choice adds
/// the most to what is expected of the distribution. Such sums are submodular, so the greedy choice
/// reaches at least 1 − 1/e of what the best choice of as many colours would: Nemhauser, Wolsey and
/// Fisher 1978, "An analysis of approximations for maximizing submodular set functions", theorem 4.2,
/// https://doi.org/10.1007/BF01588971. All ties go to the lower a*, then b*.
struct CoveringColors {
  /// The chosen colours, all inside the gamut.
  private(set) var centers: [SIMD2<Double>] = []
  /// The weight of the points to which each is the nearest one; positive.
  private(set) var weights: [Double] = []

  /// The share of the weight that is spread evenly over the gamut, so that colours which the network
  /// holds for impossible are offered once the others are covered.
  static let evenShare = 0.1

  /// Chooses.
  ///
  /// - Parameters:
  ///   - density: how probable the chrominance of each point of ``ChrominanceLattice`` is, on any
  ///     scale; only points inside count.
  ///   - inside: the points that can be shown, at least one.
  ///   - count: the most colours to choose; fewer where fewer leave no point farther than 10 units.
  /// - Complexity: O(points inside · `count`), 49 additions each.
  init(_ density: [Double], inside: [Int], count: Int) {
    let total = inside.reduce(0) { $0 + density[$1] }
    let even = 1 / Double(inside.count)
    var weight = [Double](repeating: 0, count: ChrominanceLattice.count)
    for point in inside {
      weight[point] =
        total > 0
        ? (1 - Self.evenShare) * density[point] / total + Self.evenShare * even : even
    }
    let chosen = Self.choose(weight, inside, count)
    centers = chosen.map(ChrominanceLattice.chrominance)
    weights = shares(of: weight, inside)
  }

  /// Steps along a row of points times ``ChrominanceLattice/side``, plus those along a column, to
  /// all points within 10 units, and to those farther but within 20.
  private static let (disc, ring): ([Int], [Int]) = {
    let steps = -ChrominanceLattice.margin...ChrominanceLattice.margin
    var (disc, ring): ([Int], [Int]) = ([], [])
    for row in steps {
      for column in steps {
        let distance =
          ChrominanceLattice.spacing * Double(row * row + column * column).squareRoot()
        let step = row * ChrominanceLattice.side + column
        if distance <= 10 { disc.append(step) } else if distance <= 20 { ring.append(step) }
      }
    }
    return (disc, ring)
  }()

  private static func choose(_ weight: [Double], _ inside: [Int], _ count: Int) -> [Int] {
    // What a point would add if a colour within 10, or between 10 and 20 units, were chosen next.
    var (near, far) = (weight, weight.map { $0 / 2 })
    var chosen: [Int] = []
    while chosen.count < count {
      let (best, gain) = most(near, far, inside)
      guard gain > 0 else { break }
      chosen.append(best)
      for step in disc { (near[best + step], far[best + step]) = (0, 0) }
      for step in ring {
        near[best + step] = min(near[best + step], weight[best + step] / 2)
        far[best + step] = 0
      }
    }
    return chosen
  }

  /// The point whose choice adds most, and what it adds.
  private static func most(
    _ near: [Double], _ far: [Double], _ inside: [Int]
  ) -> (point: Int, gain: Double) {
    near.withUnsafeBufferPointer { near in
      far.withUnsafeBufferPointer { far in
        var best = (point: 0, gain: 0.0)
        for point in inside {
          var gain = 0.0
          for step in disc { gain += near[point + step] }
          for step in ring { gain += far[point + step] }
          if gain > best.gain { best = (point, gain) }
        }
        return best
      }
    }
  }

  private func shares(of weight: [Double], _ inside: [Int]) -> [Double] {
    var shares = [Double](repeating: 0, count: centers.count)
    for point in inside {
      let place = ChrominanceLattice.chrominance(point)
      var (nearest, least) = (0, Double.infinity)
      for (index, center) in centers.enumerated() {
        let offset = place - center
        let distance = offset.x * offset.x + offset.y * offset.y
        if distance < least { (nearest, least) = (index, distance) }
      }
      shares[nearest] += weight[point]
    }
    return shares
  }
}
