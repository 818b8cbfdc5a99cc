import Foundation

/// One way to judge a result: a row of ``Metric/all``.
///
/// A further metric is a further row; tables, ledgers and reports take name, column and unit from
/// here.
public struct Metric: Sendable {
  /// The name on the command line and in studies, such as `psnr`.
  public let name: String
  /// The column in tables: the name with its unit, such as `psnr_db`.
  public let column: String
  /// The unit of values, empty for pure numbers.
  public let unit: String
  /// What it is called in sentences, figures and tables for people, such as `PSNR`.
  public let label: String
  /// How values are shown to people.
  public let display: Display
  /// Which way is better.
  public let higherIsBetter: Bool
  /// Raised whenever a value may change.
  public let version: Int
  /// One sentence for people.
  public let description: String
  /// Whether it judges suggested colours, which cost the method time.
  public let judgesSuggestions: Bool
  /// Judges a pair; never not-a-number, and nil where the pair lacks what is judged, such as
  /// suggestions.
  public let measure: @Sendable (JudgedPair) -> Double?

  /// How values are shown to people: scaled, rounded, with a unit.
  public struct Display: Sendable, Equatable {
    /// What a value is multiplied by: 100 for shares that are shown as per cent.
    public let scale: Double
    /// After the scaled value; empty for pure numbers.
    public let unit: String
    /// Of a difference of two values: percentage points for per cent.
    public let differenceUnit: String
    /// Decimals.
    public let digits: Int

    /// A value in its own unit.
    public static func plain(_ unit: String, digits: Int) -> Display {
      Display(scale: 1, unit: unit, differenceUnit: unit, digits: digits)
    }

    /// A share in 0…1, shown as per cent.
    public static let share = Display(
      scale: 100, unit: "%", differenceUnit: "percentage points", digits: 1)

    /// A value without its unit; `∞` for infinity.
    public func number(_ value: Double) -> String {
      guard value.isFinite else { return value < 0 ? "−∞" : "∞" }
      let text = String(format: "%.\(digits)f", abs(value * scale))
      let isNegative = value < 0 && text.contains { ("1"..."9").contains($0) }
      return isNegative ? "−" + text : text
    }

    /// A difference without its unit, with its sign.
    public func signed(_ difference: Double) -> String {
      let text = number(difference)
      return text.hasPrefix("−") ? text : "+" + text
    }
  }

  /// Describes a metric.
  ///
  /// - Parameters:
  ///   - label: for people; the name where there is none.
  ///   - display: three decimals in the unit where nothing is said.
  ///   - judgesSuggestions: whether methods have to suggest colours for it.
  public init(
    name: String, column: String, unit: String, label: String? = nil, display: Display? = nil,
    higherIsBetter: Bool, version: Int, description: String, judgesSuggestions: Bool = false,
    measure: @escaping @Sendable (JudgedPair) -> Double?
  ) {
    self.name = name
    self.column = column
    self.unit = unit
    self.label = label ?? name
    self.display = display ?? .plain(unit, digits: 3)
    self.judgesSuggestions = judgesSuggestions
    self.higherIsBetter = higherIsBetter
    self.version = version
    self.description = description
    self.measure = measure
  }

  /// Every metric there is, in the order of tables.
  public static let all: [Metric] = [
    .psnr, .ssim, .ciede2000, .abRMSE, .palette10, .palette20, .referenceOverlap,
  ]

  /// The metric with a name.
  ///
  /// - Throws: ``MetricError/unknownMetric(name:known:)``.
  public static func named(_ name: String) throws(MetricError) -> Metric {
    guard let metric = all.first(where: { $0.name == name }) else {
      throw .unknownMetric(name: name, known: all.map(\.name))
    }
    return metric
  }
}
