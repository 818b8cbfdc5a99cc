/// Holm's step-down correction for several tests.
public enum Holm {
  /// Adjusted p-values, in the order of those given: each is at least the raw one, at most 1.
  ///
  /// Holm 1979, https://www.jstor.org/stable/4615733.
  public static func adjusted(_ probabilities: [Double]) -> [Double] {
    let order = probabilities.indices.sorted {
      (probabilities[$0], $0) < (probabilities[$1], $1)
    }
    var adjusted = probabilities
    var least = 0.0
    for (rank, index) in order.enumerated() {
      least = max(least, min(Double(probabilities.count - rank) * probabilities[index], 1))
      adjusted[index] = least
    }
    return adjusted
  }
}
