import AffinityHints
import Colorization
import Gray
import HintNetwork
import Levin2004
import Palettes

/// Every method that a study can name: one row a method.
public enum MethodCatalog {
  /// One method of the catalog.
  public struct Entry: Sendable {
    /// The name on the command line and in tables.
    public let name: String
    /// What it is, in one line.
    public let summary: String
    /// The paper it comes from.
    public let source: String
    /// How it is made.
    let making: Making

    /// A method that is made from nothing.
    public init(
      name: String, summary: String, source: String, make: @escaping @Sendable () -> any Colorizer
    ) {
      self.init(name: name, summary: summary, source: source, making: .plain(make))
    }

    init(name: String, summary: String, source: String, making: Making) {
      (self.name, self.summary, self.source, self.making) = (name, summary, source, making)
    }

    /// The name as people see it in figures and lists: `affinity-hints (ours)` for methods that are
    /// of no paper.
    public var title: String { network == .affinity ? "\(name) (ours)" : name }

    /// False while it is announced but not built.
    public var isBuilt: Bool {
      if case .announced = making { false } else { true }
    }

    /// Whether it is guided by statistics of a picture's colours, and not by points.
    public var takesStatistics: Bool {
      switch making {
      case .hintNetwork(let variant, _): variant == .global
      case .affinity(let takesStatistics, _): takesStatistics
      case .plain, .announced: false
      }
    }

    /// The kind of network whose weights it needs; nil for methods without.
    public var network: NetworkKind? {
      switch making {
      case .hintNetwork(let variant, _): NetworkKind(variant)
      case .affinity: .affinity
      case .plain, .announced: nil
      }
    }
  }

  /// How a method is made.
  enum Making: Sendable {
    /// From nothing.
    case plain(@Sendable () -> any Colorizer)
    /// From a hint network of a variant, and the global hints of the command line.
    case hintNetwork(
      HintNetworkArchitecture.Variant,
      @Sendable (HintNetworkModel, GlobalHints) throws -> any Colorizer)
    /// From the affinity network, and the global hints of the command line.
    case affinity(
      takesStatistics: Bool, @Sendable (AffinityModel, GlobalHints) throws -> any Colorizer)
    /// Studies may name it already; runs skip it with a line.
    case announced
  }

  /// All methods, in the order of tables and legends.
  public static let all: [Entry] = [
    Entry(
      name: "gray", summary: "no colour at all: the floor", source: "Zhang et al. 2017, Table 1"
    ) { GrayColorizer() },
    Entry(
      name: "levin2004", summary: "hints spread by optimization in YIQ, as published",
      source: "Levin et al. 2004, doi:10.1145/1015706.1015780"
    ) { Levin2004(.published) },
    Entry(
      name: "levin2004-ab", summary: "the same solver on ab with the true lightness: the fair one",
      source: "Levin et al. 2004, doi:10.1145/1015706.1015780"
    ) { Levin2004(.chrominance) },
    network("automatic", "the Local Hints Network without points", .local) { model, _ in
      try LocalHints(model, usesHints: false)
    },
    network("local-hints", "the Local Hints Network", .local) { model, _ in
      try LocalHints(model)
    },
    affinity("affinity-automatic", "the affinity network (ours) without points") { model, _ in
      AffinityHints(model, usesHints: false)
    },
    affinity(
      defaultMethod, "the affinity network (ours): ImageNet features, learned affinity to points"
    ) { model, _ in
      AffinityHints(model)
    },
    network("global-hints", "the Global Hints Network, told the histogram", .global) {
      try GlobalHintsColorizer($0, statistics: .histogram, hints: $1)
    },
    network(
      "global-hints-saturation", "the Global Hints Network, told the mean saturation", .global
    ) {
      try GlobalHintsColorizer(
        $0, name: "global-hints-saturation", statistics: .saturation, hints: $1)
    },
    affinity(
      defaultGlobalMethod, "the affinity network (ours), told the histogram", takesStatistics: true
    ) {
      try AffinityGlobalHints($0, name: defaultGlobalMethod, statistics: .histogram, hints: $1)
    },
    affinity(
      "affinity-global-hints-saturation", "the affinity network (ours), told the mean saturation",
      takesStatistics: true
    ) {
      try AffinityGlobalHints(
        $0, name: "affinity-global-hints-saturation", statistics: .saturation, hints: $1)
    },
    Entry(
      name: "nine-colors", summary: "suggests the same nine colours everywhere: a floor",
      source: "k-means of photographs"
    ) { PaletteColorizer(.nineColors) },
    Entry(
      name: "gamut-palette", summary: "suggests the k-means of the gamut: a floor",
      source: "k-means of sRGB"
    ) { PaletteColorizer(.gamut) },
    announced("zhang2016", "Colorful image colorization", "Zhang et al. 2016"),
    announced("zhang2016-no-rebalance", "the same without class rebalancing", "Zhang et al. 2016"),
    announced("larsson2016", "Learning representations for colorization", "Larsson et al. 2016"),
    announced("iizuka2016", "Let there be color!", "Iizuka et al. 2016"),
    announced("bilateral2016", "the fast bilateral solver", "Barron and Poole 2016"),
    announced("deepprop2016", "DeepProp", "Endo et al. 2016"),
  ]

  /// The names that a study may use.
  public static var names: [String] { all.map(\.name) }

  /// The title of a method of any name, be it in the catalog or not.
  public static func title(of name: String) -> String {
    all.first { $0.name == name }?.title ?? name
  }

  /// The method of a name.
  ///
  /// - Throws: ``ExperimentError/unknownMethod(name:known:)`` for a name that is not in the catalog.
  public static func entry(named name: String) throws(ExperimentError) -> Entry {
    guard let entry = all.first(where: { $0.name == name }) else {
      throw .unknownMethod(name: name, known: all.filter(\.isBuilt).map(\.name))
    }
    return entry
  }

  /// The method where nobody names one.
  public static let defaultMethod = "affinity-hints"
  /// The method where nobody names one and statistics of a picture's colours guide it.
  public static let defaultGlobalMethod = "affinity-global-hints"

  private static let zhang2017 = "Zhang et al. 2017, doi:10.1145/3072959.3073703"

  /// Of this project's own method: what it is made of.
  private static let ownSources =
    "ours; after Tan and Le 2019, arXiv:1905.11946 (EfficientNet-Lite), Levin et al. 2004 and "
    + "Zhang et al. 2017"

  private static func network(
    _ name: String, _ summary: String, _ variant: HintNetworkArchitecture.Variant,
    make: @escaping @Sendable (HintNetworkModel, GlobalHints) throws -> any Colorizer
  ) -> Entry {
    Entry(name: name, summary: summary, source: zhang2017, making: .hintNetwork(variant, make))
  }

  private static func affinity(
    _ name: String, _ summary: String, takesStatistics: Bool = false,
    make: @escaping @Sendable (AffinityModel, GlobalHints) throws -> any Colorizer
  ) -> Entry {
    Entry(
      name: name, summary: summary, source: ownSources,
      making: .affinity(takesStatistics: takesStatistics, make))
  }

  private static func announced(_ name: String, _ summary: String, _ source: String) -> Entry {
    Entry(name: name, summary: summary, source: source, making: .announced)
  }
}
