import Colorimetry

/// The quantised chrominances over which a palette head predicts its distribution.
public enum ABBinSet: Sendable, Hashable, CaseIterable {
  /// The 313 centres of ``ABBins``, ordered by a*, then b*: the head of Zhang et al. 2017, §3.2,
  /// https://doi.org/10.1145/3072959.3073703.
  case inGamut313
  /// The full 23×23 grid, a* and b* each −110…110 in steps of 10: the head of the PyTorch weights.
  ///
  /// Ordered as those weights were trained, 23 · a-index + b-index (b* runs fastest; see
  /// ``ABBins/gridIndex(a:b:)``). The published interface reads the same head with a* running
  /// fastest, which swaps a* and b*.
  case grid529

  /// The set with that many bins, if there is one.
  public init?(count: Int) {
    guard let set = Self.allCases.first(where: { $0.count == count }) else { return nil }
    self = set
  }

  /// Bins in the set, Q.
  public var count: Int {
    switch self {
    case .inGamut313: ABBins.count
    case .grid529: ABBins.gridCount
    }
  }

  /// a* and b* of each bin, in the order of the head's outputs.
  public var centers: [(a: Double, b: Double)] {
    switch self {
    case .inGamut313: ABBins.centers
    case .grid529: Self.gridCenters
    }
  }

  private static let gridCenters: [(a: Double, b: Double)] = stride(
    from: -110, through: 110, by: 10
  )
  .flatMap { a in
    stride(from: -110, through: 110, by: 10).map { b in (a: Double(a), b: Double(b)) }
  }
}
