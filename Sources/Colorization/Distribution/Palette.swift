import Colorimetry

/// The colours to suggest for a pixel, from its predicted distribution.
///
/// Zhang et al. 2017, §3.2 and Figure 3, https://doi.org/10.1145/3072959.3073703: weighted k-means
/// with K = 9 over the softened distribution. The published interface runs an unseeded k-means on
/// 25,000 random samples of it; here the probabilities themselves are the weights, so that the same
/// distribution always gives the same colours. A network whose file says so (``SuggestionRecipe``)
/// has colours chosen that cover its distribution instead.
public enum Palette {
  /// Colours the paper suggests, K.
  public static let defaultCount = 9

  /// Bins below this share of the heaviest one carry no weight.
  private static let leastShare = 1e-6

  /// The colours of a pixel by a recipe, most probable first.
  ///
  /// - Parameters:
  ///   - distribution: as the network predicts it.
  ///   - row: row of the pixel, in 0..<H.
  ///   - column: column of the pixel, in 0..<W.
  ///   - lightness: L* of the pixel, 0…100.
  ///   - count: the most colours to suggest, K ≥ 1.
  ///   - recipe: how they are made.
  public static func suggestions(
    from distribution: ColorDistribution, row: Int, column: Int, lightness: Double,
    count: Int = defaultCount, recipe: SuggestionRecipe = .published
  ) -> [SuggestedColor] {
    let probabilities = distribution.probabilities(
      row: row, column: column, softening: recipe.softening)
    switch recipe.rule {
    case .clusters:
      return suggestions(
        probabilities: probabilities, centers: distribution.bins.centers, lightness: lightness,
        count: count)
    case .coverage:
      return coveringSuggestions(
        probabilities: probabilities, bins: distribution.bins, lightness: lightness, count: count)
    }
  }

  /// The colours near one of which the true one most probably lies, most probable first.
  ///
  /// The distribution is taken on the points, 5 units apart, that sRGB can show at the lightness: a
  /// point between bins has the mean of those around it. A tenth of the weight is spread evenly
  /// over them. Then colours are chosen one after the other, each the one that adds most to the
  /// expected share of true colours within 10 units of a chosen one, plus half that between 10 and
  /// 20 (greedy maximum coverage: Nemhauser, Wolsey and Fisher 1978,
  /// https://doi.org/10.1007/BF01588971). Each stands for the points to which it is the nearest.
  /// They are shown, merged and ordered as those of
  /// ``suggestions(probabilities:centers:lightness:count:)``.
  ///
  /// - Parameters:
  ///   - probabilities: Q weights, finite and not negative.
  ///   - bins: which chrominances they stand for.
  ///   - lightness: L* of the pixel, 0…100.
  ///   - count: the most colours to suggest, K ≥ 1.
  /// - Complexity: O(P·K) with P points, 700 at most.
  public static func coveringSuggestions(
    probabilities: [Double], bins: ABBinSet, lightness: Double, count: Int = defaultCount
  ) -> [SuggestedColor] {
    precondition(probabilities.count == bins.count, "each bin has a probability")
    precondition(count > 0, "a palette has at least one colour")
    precondition(
      probabilities.allSatisfy { $0 >= 0 && $0.isFinite }, "probabilities are not negative")
    let inside = ChrominanceLattice.inside(lightness: lightness)
    let around = ChrominanceLattice.bins(of: bins)
    var density = [Double](repeating: 0, count: ChrominanceLattice.count)
    for point in inside where !around[point].isEmpty {
      let sum = around[point].reduce(0) { $0 + probabilities[$1] }
      density[point] = sum / Double(around[point].count)
    }
    let colors = CoveringColors(density, inside: inside, count: count)
    return suggestions(colors.centers, colors.weights, lightness: lightness)
  }

  /// The modes of a distribution, shown at the pixel's own lightness, most probable first.
  ///
  /// Each cluster's mean is rendered at the given lightness, rounded to 8 bits and moved into the
  /// gamut (``Gamut/snap(lightness:red:green:blue:)``). Clusters shown as the same 8-bit colour are
  /// one suggestion with their common weight, so there may be fewer than `count`; equally probable
  /// ones are ordered by a*, then b*. Bins with less than 1e-6 of the heaviest bin's weight are
  /// left out, and the rest is taken for the whole.
  ///
  /// - Parameters:
  ///   - probabilities: Q weights, finite and not negative, at least one positive; softened by
  ///     ``ColorDistribution/paletteSoftening`` as the paper does.
  ///   - centers: a* and b* of the Q bins.
  ///   - lightness: L* of the pixel, 0…100.
  ///   - count: the most colours to suggest, K ≥ 1.
  /// - Complexity: O(Q·K) a round of k-means, at most 100 rounds.
  public static func suggestions(
    probabilities: [Double], centers: [(a: Double, b: Double)], lightness: Double,
    count: Int = defaultCount
  ) -> [SuggestedColor] {
    precondition(probabilities.count == centers.count, "each bin has a probability and a centre")
    precondition(count > 0, "a palette has at least one colour")
    precondition(
      probabilities.allSatisfy { $0 >= 0 && $0.isFinite }, "probabilities are not negative")
    let heaviest = probabilities.max() ?? 0
    precondition(heaviest > 0, "at least one probability is positive")
    let kept = probabilities.indices.filter { probabilities[$0] >= leastShare * heaviest }
    // Relative to the heaviest bin, so that tiny weights do not vanish in products.
    let weights = kept.map { probabilities[$0] / heaviest }
    let clusters = WeightedClusters(
      kept.map { SIMD2(centers[$0].a, centers[$0].b) }, weights: weights, count: count)
    return suggestions(clusters.centers, clusters.weights, lightness: lightness)
  }

  private static func suggestions(
    _ centers: [SIMD2<Double>], _ weights: [Double], lightness: Double
  ) -> [SuggestedColor] {
    ranked(merged(centers, weights, lightness: lightness), total: weights.reduce(0, +))
  }

  /// Colours shown as one of 8 bits.
  private struct Entry {
    let shown: SIMD3<UInt8>
    let color: LabColor
    var weight: Double
    var sum: SIMD2<Double>
  }

  private static func merged(
    _ centers: [SIMD2<Double>], _ weights: [Double], lightness: Double
  ) -> [Entry] {
    var entries: [Entry] = []
    for (center, weight) in zip(centers, weights) {
      let shown = shown(center, lightness: lightness)
      if let index = entries.firstIndex(where: { $0.shown == shown }) {
        entries[index].weight += weight
        entries[index].sum += weight * center
      } else {
        let color = LabColor(
          red: Double(shown.x) / 255, green: Double(shown.y) / 255, blue: Double(shown.z) / 255)
        entries.append(Entry(shown: shown, color: color, weight: weight, sum: weight * center))
      }
    }
    return entries
  }

  private static func shown(_ center: SIMD2<Double>, lightness: Double) -> SIMD3<UInt8> {
    let samples = LabColor(lightness: lightness, a: center.x, b: center.y).srgb
    func rounded(_ sample: Double) -> UInt8 { UInt8((255 * sample).rounded(.toNearestOrEven)) }
    let snapped = Gamut.snap(
      lightness: lightness, red: rounded(samples.red), green: rounded(samples.green),
      blue: rounded(samples.blue))
    return SIMD3(snapped.red, snapped.green, snapped.blue)
  }

  private static func ranked(_ entries: [Entry], total: Double) -> [SuggestedColor] {
    entries
      .sorted { (-$0.weight, $0.color.a, $0.color.b) < (-$1.weight, $1.color.a, $1.color.b) }
      .enumerated()
      .map { index, entry in
        SuggestedColor(
          rank: index + 1, a: entry.color.a, b: entry.color.b, red: entry.shown.x,
          green: entry.shown.y, blue: entry.shown.z, probability: entry.weight / total,
          center: entry.sum / entry.weight)
      }
  }
}
