import Colorization
import Gray
import Levin2004

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
    /// Makes the method; nil while it is announced but not built.
    public let make: (@Sendable () throws -> any Colorizer)?
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
    announced("automatic", "the Local Hints Network without points", zhang2017),
    announced("local-hints", "the Local Hints Network", zhang2017),
    announced("global-hints", "the Global Hints Network", zhang2017),
    announced("zhang2016", "Colorful image colorization", "Zhang et al. 2016"),
    announced("zhang2016-no-rebalance", "the same without class rebalancing", "Zhang et al. 2016"),
    announced("larsson2016", "Learning representations for colorization", "Larsson et al. 2016"),
    announced("iizuka2016", "Let there be color!", "Iizuka et al. 2016"),
    announced("bilateral2016", "the fast bilateral solver", "Barron and Poole 2016"),
    announced("deepprop2016", "DeepProp", "Endo et al. 2016"),
  ]

  /// The names that a study may use.
  public static var names: [String] { all.map(\.name) }

  /// Makes a method by name.
  ///
  /// - Throws: ``ExperimentError/unknownMethod(name:known:)`` for a name that is not in the catalog
  ///   or not built.
  public static func colorizer(named name: String) throws -> any Colorizer {
    guard let make = all.first(where: { $0.name == name })?.make else {
      throw ExperimentError.unknownMethod(
        name: name, known: all.filter { $0.make != nil }.map(\.name))
    }
    return try make()
  }

  private static let zhang2017 = "Zhang et al. 2017, doi:10.1145/3072959.3073703"

  /// A method that studies may name already; runs skip it with a line.
  private static func announced(_ name: String, _ summary: String, _ source: String) -> Entry {
    Entry(name: name, summary: summary, source: source, make: nil)
  }
}
