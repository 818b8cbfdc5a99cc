import Files
import ImageMetrics

/// Judged results, wherever they come from: a value of each metric for every image, method, oracle and
/// number of points. Tables, paired differences and reports are made of this.
public struct ResultSet: Sendable {
  /// The first column of `results.csv`, and part of the seeds of intervals.
  public let study: String
  /// One line over figures and reports.
  public let title: String
  /// What is rerun: paper, table or figure; may be empty.
  public let source: String
  /// The metrics, in the order of ``Score/values`` and of columns.
  public let metrics: [Metric]
  /// The place among `metrics` of the one that answers the study's question.
  public let main: Int
  /// Methods, in the order of tables and legends; of some there may be published means only.
  public let methods: [String]
  /// The method that the others are held against as the least that there is, where there is one.
  public let floor: String?
  /// Oracles with their numbers of points, in the order of tables.
  public let conditions: [Condition]
  /// Published means.
  public let published: [PublishedCurve]
  /// Every result, sorted by image, method, oracle and number of points.
  public let scores: [Score]
  /// The images' names, in the order of their bytes.
  public let images: [String]
  /// The names of those images whose true picture has no colour, in the order of `images`.
  public let greyImages: [String]

  private let cells: [Cell: [(image: ExactName, values: [Double?])]]
  private let grey: Set<ExactName>

  /// One judged result.
  public struct Score: Sendable, Equatable {
    /// The image's name.
    public let image: String
    /// The method's name.
    public let method: String
    /// The oracle's name.
    public let oracle: String
    /// How many points were revealed.
    public let points: Int
    /// In the order of the metrics; nil where a metric has nothing to judge.
    public let values: [Double?]

    /// A result.
    public init(image: String, method: String, oracle: String, points: Int, values: [Double?]) {
      self.image = image
      self.method = method
      self.oracle = oracle
      self.points = points
      self.values = values
    }
  }

  /// An oracle and its numbers of points.
  public struct Condition: Sendable, Equatable {
    /// The oracle's name.
    public let oracle: String
    /// Numbers of points, ascending.
    public let points: [Int]

    /// An oracle and its numbers of points, ascending.
    public init(oracle: String, points: [Int]) {
      self.oracle = oracle
      self.points = points
    }
  }

  /// Where a mean stands in a table.
  private struct Cell: Hashable {
    let method: ExactName
    let oracle: String
    let points: Int
  }

  /// Collects results.
  ///
  /// - Parameters:
  ///   - study: a short name.
  ///   - title: one line for people.
  ///   - metrics: at least one, in the order of each score's values.
  ///   - mainMetric: the name of the one that reports are about; the first metric where it is not
  ///     among them.
  ///   - methods: in the order of tables; nil for the order in which `scores` first name them.
  ///   - floor: gray, or what stands for it; nil where no method is the floor.
  ///   - conditions: in the order of tables; nil for those that occur in `scores`.
  ///   - greyImages: names of images whose truth has no colour.
  ///   - scores: in any order; of two with the same image, method, oracle and points the first counts.
  public init(
    study: String, title: String, source: String = "", metrics: [Metric],
    mainMetric: String = Metric.psnr.name, methods: [String]? = nil, floor: String? = nil,
    conditions: [Condition]? = nil, published: [PublishedCurve] = [], greyImages: [String] = [],
    scores: [Score]
  ) {
    precondition(!metrics.isEmpty, "results are judged by at least one metric")
    self.study = study
    self.title = title
    self.source = source
    self.metrics = metrics
    main = metrics.firstIndex { $0.name == mainMetric } ?? 0
    self.methods = methods ?? Self.distinct(scores.map(\.method))
    self.floor = floor
    self.conditions = conditions ?? Self.conditions(of: scores)
    self.published = published
    var seen: Set<[ExactName]> = []
    self.scores = scores.filter {
      seen.insert([$0.image, $0.method, $0.oracle, "\($0.points)"].map { ExactName($0) }).inserted
    }.sorted(by: Self.precedes)
    images = Self.distinct(self.scores.map(\.image))
    let grey = Set(greyImages.map { ExactName($0) })
    self.grey = grey
    self.greyImages = images.filter { grey.contains(ExactName($0)) }
    cells = Dictionary(
      grouping: self.scores, by: { Self.cell($0.method, $0.oracle, $0.points) }
    ).mapValues { $0.map { (ExactName($0.image), $0.values) } }
  }

  /// The metric that answers the study's question.
  public var mainMetric: Metric { metrics[main] }

  /// The values of a metric, by image in the order of `images`; images of which it has nothing to
  /// judge are left out.
  ///
  /// - Parameter metric: its place among `metrics`.
  public func values(
    metric: Int, method: String, oracle: String, points: Int
  ) -> [(image: ExactName, value: Double)] {
    (cells[Self.cell(method, oracle, points)] ?? []).compactMap { image, values in
      values[metric].map { (image, $0) }
    }
  }

  /// Means over images, in the order of methods, oracles and numbers of points.
  ///
  /// - Parameters:
  ///   - metric: its place among `metrics`.
  ///   - withGrey: false for the images that have colour alone.
  public func rows(metric: Int, withGrey: Bool = true) -> [TableRow] {
    methods.flatMap { method in
      conditions.flatMap { condition in
        condition.points.compactMap { points -> TableRow? in
          let found = values(
            metric: metric, method: method, oracle: condition.oracle, points: points
          ).filter { withGrey || !grey.contains($0.image) }
          guard !found.isEmpty else { return nil }
          return TableRow(
            method: method, oracle: condition.oracle, points: points, values: found.map(\.value),
            published: published(
              method: method, oracle: condition.oracle, points: points, metric: metric))
        }
      }
    }
  }

  /// The published mean of a metric, where there is one.
  public func published(
    method: String, oracle: String, points: Int, metric: Int
  ) -> PublishedFigure? {
    published.first {
      $0.method == method && $0.revealer == oracle && $0.metric == metrics[metric].name
    }?.figure(at: points)
  }

  private static func cell(_ method: String, _ oracle: String, _ points: Int) -> Cell {
    Cell(method: ExactName(method), oracle: oracle, points: points)
  }

  private static func precedes(_ first: Score, _ second: Score) -> Bool {
    let (one, other) = (ExactName(first.image), ExactName(second.image))
    return one == other
      ? (first.method, first.oracle, first.points) < (second.method, second.oracle, second.points)
      : one < other
  }

  private static func conditions(of scores: [Score]) -> [Condition] {
    let order = Revealer.all.map(\.name)
    let counts = Dictionary(grouping: scores, by: \.oracle).mapValues { Set($0.map(\.points)) }
    return counts.map { Condition(oracle: $0, points: $1.sorted()) }.sorted {
      (order.firstIndex(of: $0.oracle) ?? order.count, $0.oracle)
        < (order.firstIndex(of: $1.oracle) ?? order.count, $1.oracle)
    }
  }

  private static func distinct(_ names: [String]) -> [String] {
    var seen: Set<ExactName> = []
    return names.filter { seen.insert(ExactName($0)).inserted }
  }
}
