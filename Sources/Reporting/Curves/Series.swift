import Experiments
import Files
import Plotting

/// One line of a figure: means by number of points under one oracle, as the figure shows them.
struct Series {
  /// The method's name.
  let method: String
  let color: String
  /// gnuplot's point type.
  let mark: Int
  let isPublished: Bool
  /// Ascending by number of points.
  let points: [Point]

  struct Point {
    let count: Int
    /// In the unit that people see; may be infinite.
    let mean: Double
    let standardError: Double
    /// The images averaged over; nil for published figures.
    let images: [ExactName]?
  }

  /// The method's title, or whose published figures these are.
  var label: String {
    isPublished ? "\(method), published" : MethodCatalog.title(of: method)
  }

  /// The points that can be drawn.
  var finite: [Point] { points.filter(\.mean.isFinite) }

  /// Runs of points over the same images: means of other images are no continuation.
  var runs: [[Point]] {
    finite.reduce(into: []) { runs, point in
      if let last = runs.last?.last, last.images == point.images {
        runs[runs.count - 1].append(point)
      } else {
        runs.append([point])
      }
    }
  }

  /// The measured series under an oracle in the order of methods, by the metric that the results are
  /// about; then the published ones.
  static func all(of condition: ResultSet.Condition, in results: ResultSet) -> [Series] {
    measured(condition, results) + published(condition, results)
  }

  private static func measured(
    _ condition: ResultSet.Condition, _ results: ResultSet
  ) -> [Series] {
    let scale = results.mainMetric.display.scale
    let rows = results.rows(metric: results.main).filter { $0.oracle == condition.oracle }
    return results.methods.enumerated().compactMap { index, method in
      let points = rows.filter { $0.method == method }.map { row in
        Point(
          count: row.points, mean: scale * row.mean,
          standardError: scale * (row.standardError ?? 0),
          images: results.values(
            metric: results.main, method: method, oracle: condition.oracle, points: row.points
          ).map(\.image))
      }
      guard !points.isEmpty else { return nil }
      return Series(
        method: method, color: Palette.color(of: method, at: index),
        mark: Palette.mark(at: index), isPublished: false, points: points)
    }
  }

  private static func published(
    _ condition: ResultSet.Condition, _ results: ResultSet
  ) -> [Series] {
    let scale = results.mainMetric.display.scale
    return results.methods.compactMap { method in
      let points = condition.points.compactMap { count -> Point? in
        results.published(
          method: method, oracle: condition.oracle, points: count, metric: results.main
        ).map {
          Point(
            count: count, mean: scale * $0.mean, standardError: scale * ($0.standardError ?? 0),
            images: nil)
        }
      }
      guard !points.isEmpty else { return nil }
      return Series(
        method: method, color: Palette.published, mark: 6, isPublished: true,
        points: points)
    }
  }
}
