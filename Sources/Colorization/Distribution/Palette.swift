import Colorimetry

/// The colours to suggest for a pixel, from its predicted distribution.
///
/// Zhang et al. 2017, §3.2 and Figure 3, https://doi.org/10.1145/3072959.3073703: weighted k-means
/// with K = 9 over the softened distribution. The published interface runs an unseeded k-means on
/// 25,000 random samples of it; here the probabilities themselves are the weights, so that the same
/// distribution always gives the same colours.
public enum Palette {
  /// Colours the paper suggests, K.
  public static let defaultCount = 9

  /// Bins below this share of the heaviest one carry no weight.
  private static let leastShare = 1e-6

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
    return ranked(merged(clusters, lightness: lightness), total: clusters.weights.reduce(0, +))
  }

  /// Clusters shown as one 8-bit colour.
  private struct Entry {
    let shown: SIMD3<UInt8>
    let color: LabColor
    var weight: Double
    var sum: SIMD2<Double>
  }

  private static func merged(_ clusters: WeightedClusters, lightness: Double) -> [Entry] {
    var entries: [Entry] = []
    for (center, weight) in zip(clusters.centers, clusters.weights) {
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
