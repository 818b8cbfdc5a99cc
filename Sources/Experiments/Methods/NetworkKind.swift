import AffinityHints
import HintNetwork
import NetworkWeights

/// The kinds of networks that methods stand on: a kit has one file of each.
public enum NetworkKind: Sendable, CaseIterable {
  /// The Local Hints Network of Zhang et al. 2017, §3.2.
  case localHints
  /// The Global Hints Network of the same paper, §3.3.
  case globalHints
  /// The affinity network, which is this project's own.
  case affinity

  init(_ variant: HintNetworkArchitecture.Variant) {
    switch variant {
    case .local: self = .localHints
    case .global: self = .globalHints
    }
  }

  /// In prose, such as `a Local Hints Network`.
  public var name: String {
    switch self {
    case .localHints: "a Local Hints Network"
    case .globalHints: "a Global Hints Network"
    case .affinity: "an affinity network"
    }
  }

  /// The weights that come with the program.
  public var bundled: BundledFile {
    switch self {
    case .localHints: BundledWeights.file(of: .local)
    case .globalHints: BundledWeights.file(of: .global)
    case .affinity: AffinityWeights.bundled
    }
  }
}
