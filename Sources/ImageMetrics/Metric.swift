/// One way to judge a result: a row of ``Metric/all``.
///
/// A further metric is a further row; tables, ledgers and reports take name, column and unit from
/// here.
public struct Metric: Sendable {
  /// The name on the command line and in studies, such as `psnr`.
  public let name: String
  /// The column in tables: the name with its unit, such as `psnr_db`.
  public let column: String
  /// The unit for people, empty for pure numbers.
  public let unit: String
  /// Which way is better.
  public let higherIsBetter: Bool
  /// Raised whenever a value may change.
  public let version: Int
  /// One sentence for people.
  public let description: String
  /// Whether it judges suggested colours, which cost the method time.
  public var judgesSuggestions: Bool { name.hasPrefix("palette_") }
  /// Judges a pair; never not-a-number, and nil where the pair lacks what is judged, such as
  /// suggestions.
  public let measure: @Sendable (JudgedPair) -> Double?

  /// Describes a metric.
  public init(
    name: String, column: String, unit: String, higherIsBetter: Bool, version: Int,
    description: String, measure: @escaping @Sendable (JudgedPair) -> Double?
  ) {
    self.name = name
    self.column = column
    self.unit = unit
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
