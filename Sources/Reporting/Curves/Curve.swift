import Experiments
import Plotting

/// One line of a figure: means by number of points under one oracle.
struct Curve {
  let label: String
  let color: String
  let isPublished: Bool
  let points: [Point]

  struct Point {
    let count: Int
    let mean: Double
    let standardError: Double?
  }

  /// The measured curves of a panel in the study's order, then the published ones of other methods
  /// and of the same methods.
  static func curves(of revealer: Revealer, rows: [TableRow], study: Study) -> [Curve] {
    let mine = rows.filter { $0.oracle == revealer.name && $0.mean.isFinite }
    var curves: [Curve] = []
    for (index, method) in study.methods.enumerated() {
      let points = mine.filter { $0.method == method }.map {
        Point(count: $0.points, mean: $0.mean, standardError: $0.standardError)
      }
      guard !points.isEmpty else { continue }
      curves.append(
        Curve(
          label: method, color: Palette.color(of: method, at: index), isPublished: false,
          points: points))
    }
    for published in study.published where published.revealer == revealer.name {
      let points = published.figures.sorted { $0.key < $1.key }.filter { $0.value.meanDB.isFinite }
        .map {
          Point(count: $0.key, mean: $0.value.meanDB, standardError: $0.value.standardErrorDB)
        }
      guard points.count > 1 else { continue }
      curves.append(
        Curve(
          label: "\(published.method), published", color: Palette.published, isPublished: true,
          points: points))
    }
    return curves
  }
}
