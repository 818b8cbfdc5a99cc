/// How much clusters of trials differ: analysis of variance with one random factor.
///
/// For clusters of unequal size: Donner 1986, https://doi.org/10.2307/1403259. With n₀ = (N −
/// Σnᵢ²/N)/(k − 1), the variance between is (MSB − MSW)/n₀ and the intraclass correlation
/// (MSB − MSW)/(MSB + (n₀ − 1)·MSW).
public struct ClusterSpread: Sendable, Equatable {
  /// The intraclass correlation, at most 1; below 0 where clusters differ less than by chance.
  public let intraclassCorrelation: Double
  /// Standard deviation of the clusters' true means, 0 where clusters differ less than by chance.
  public let standardDeviation: Double

  /// Estimates from sums over clusters; nil with fewer than two clusters or without two trials in
  /// one.
  ///
  /// - Parameter clusters: trials and successes of each; empty ones do not count.
  public init?(clusters: [(trials: Int, successes: Int)]) {
    let clusters = clusters.filter { $0.trials > 0 }
    let trials = clusters.reduce(0) { $0 + $1.trials }
    guard clusters.count > 1, trials > clusters.count else { return nil }
    let total = Double(trials)
    let mean = Double(clusters.reduce(0) { $0 + $1.successes }) / total
    var (between, within, squares) = (0.0, 0.0, 0.0)
    for cluster in clusters {
      let (count, rate) = (
        Double(cluster.trials), Double(cluster.successes) / Double(cluster.trials)
      )
      between += count * (rate - mean) * (rate - mean)
      within += count * rate * (1 - rate)
      squares += count * count
    }
    let groups = Double(clusters.count)
    let (meanBetween, meanWithin) = (between / (groups - 1), within / (total - groups))
    let size = (total - squares / total) / (groups - 1)
    let variance = (meanBetween - meanWithin) / size
    standardDeviation = max(variance, 0).squareRoot()
    let all = meanBetween + (size - 1) * meanWithin
    intraclassCorrelation = all > 0 ? (meanBetween - meanWithin) / all : 0
  }
}
