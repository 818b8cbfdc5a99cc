import Files
import ImageMetrics
import ParallelWork

/// How much one method differs from another on the same images, by one metric.
public struct PairedComparison: Sendable, Equatable {
  /// The metric's place among those of the results.
  public let metric: Int
  /// The oracle's name.
  public let oracle: String
  /// Points revealed.
  public let points: Int
  /// The method compared.
  public let method: String
  /// What it is compared with.
  public let versus: String
  /// Images that both have a value of.
  public let images: Int
  /// The mean over images of `method` − `versus`, in the metric's unit. Two infinite PSNRs, of two
  /// perfect results, differ by 0; where one alone is infinite, the mean is.
  public let meanDifference: Double
  /// A 95 % interval of that mean; nil where a difference is infinite.
  public let interval: PairedBootstrap.Interval?
  /// The share of images on which `method` is better; ties count half.
  public let wonShare: Double

  init(
    metric: Int, isHigherBetter: Bool, oracle: String, points: Int, method: String, versus: String,
    differences: [Double], bootstrap: PairedBootstrap
  ) {
    self.metric = metric
    self.oracle = oracle
    self.points = points
    self.method = method
    self.versus = versus
    images = differences.count
    meanDifference = differences.reduce(0, +) / Double(differences.count)
    interval = bootstrap.interval(of: differences)
    let won = differences.reduce(0) { sum, difference in
      sum + (difference == 0 ? 0.5 : (difference > 0) == isHigherBetter ? 1 : 0)
    }
    wonShare = won / Double(differences.count)
  }
}

extension PairedComparison {
  private init(exchanging pair: PairedComparison) {
    metric = pair.metric
    oracle = pair.oracle
    points = pair.points
    method = pair.versus
    versus = pair.method
    images = pair.images
    meanDifference = pair.meanDifference == 0 ? 0 : -pair.meanDifference
    interval = pair.interval.map { PairedBootstrap.Interval(low: -$0.high, high: -$0.low) }
    wonShare = 1 - pair.wonShare
  }

  /// The same comparison told of the other method: `versus` − `method`.
  public var exchanged: PairedComparison { PairedComparison(exchanging: self) }
}

extension ResultSet {
  /// Every two methods at every number of points by every metric: by metric, oracle and points, then
  /// each method against those that stand before it in `methods`.
  public func pairs() -> [PairedComparison] {
    var tasks: [(metric: Int, oracle: String, points: Int, method: Int, versus: Int)] = []
    for metric in metrics.indices {
      for condition in conditions {
        for points in condition.points {
          for method in methods.indices {
            for versus in 0..<method {
              tasks.append((metric, condition.oracle, points, method, versus))
            }
          }
        }
      }
    }
    let all = tasks
    return parallelMap(all.count) { index in
      let (metric, oracle, points, method, versus) = all[index]
      return pair(
        metric: metric, oracle: oracle, points: points, method: methods[method],
        versus: methods[versus])
    }.compactMap { $0 }
  }

  /// The comparison of two methods; nil where they have no image in common.
  public func pair(
    metric: Int, oracle: String, points: Int, method: String, versus: String
  ) -> PairedComparison? {
    let other = Dictionary(
      uniqueKeysWithValues: values(
        metric: metric, method: versus, oracle: oracle, points: points
      ).map { ($0.image, $0.value) })
    let common = values(metric: metric, method: method, oracle: oracle, points: points)
      .compactMap { image, value in
        other[image].map { (image: image, difference: value == $0 ? 0 : value - $0) }
      }
    guard !common.isEmpty else { return nil }
    return PairedComparison(
      metric: metric, isHigherBetter: metrics[metric].higherIsBetter, oracle: oracle,
      points: points, method: method, versus: versus, differences: common.map(\.difference),
      bootstrap: PairedBootstrap(study: study, images: common.map(\.image)))
  }
}
