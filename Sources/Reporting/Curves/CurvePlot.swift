import Experiments
import Foundation
import Plotting

/// The figure of results for gnuplot: data, a script that runs by itself, and what it draws. It shows
/// the metric that the results are about.
struct CurvePlot {
  /// `curves.dat`: one block a line of the figure, separated as gnuplot's `index` wants it.
  let data: String
  /// `curves.gp`: draws `curves.svg` and `curves.png` from `curves.dat` in its own folder.
  let script: String
  /// Whether a panel has curves, whether a panel has rows.
  let kinds: (curves: Bool, rows: Bool)

  /// Draws every oracle as a panel.
  init(_ results: ResultSet) {
    let metric = results.mainMetric
    let axis =
      metric.label + (metric.display.unit.isEmpty ? "" : " (\(metric.display.unit))")
    let drawn = results.conditions.map { ($0, Series.all(of: $0, in: results)) }
      .filter { !$0.1.allSatisfy(\.points.isEmpty) }
    let curves = drawn.filter(\.0.isSeries)
    // Curves stand on one scale, so that oracles can be compared.
    let range = AxisRange(of: curves.flatMap(\.1).flatMap(\.finite))
    let panels = drawn.map { condition, series -> any Panel in
      condition.isSeries
        ? CurvePanel(condition: condition, series: series, range: range, axis: axis)
        : RowPanel(
          condition: condition,
          rows: results.methods.filter { name in series.contains { $0.method == name } },
          series: series, axis: axis)
    }
    var blocks: [String] = []
    let commands = panels.map { $0.script(blocks: &blocks) }
    let count = results.images.count
    data = blocks.joined(separator: "\n\n\n") + "\n"
    script =
      Gnuplot(
        name: "curves", panels: commands,
        title: "\(results.title), \(count) \(count == 1 ? "image" : "images")",
        sources: "curves.dat", height: panels.map(\.height).max() ?? Gnuplot.panelHeight
      ).script
    kinds = (!curves.isEmpty, curves.count < drawn.count)
  }

  /// Runs the script.
  ///
  /// - Returns: what gnuplot said when it failed; nil when all went well.
  static func draw(in folder: String) -> String? { Gnuplot.draw("curves", in: folder) }

  /// What the figure shows and how it is to be read.
  func caption(_ results: ResultSet) -> String {
    let isPublished = results.published.contains {
      $0.metric == results.mainMetric.name && results.methods.contains($0.method)
    }
    var sentences = [
      "Means over images of \(results.mainMetric.label); bands and bars are ±1 standard error "
        + "(population standard deviation / √N)."
    ]
    if kinds.curves {
      sentences.append("Lines join means over the same images.")
      if isPublished { sentences.append("Dashed: published.") }
      if results.conditions.contains(where: { $0.points.first == 0 && ($0.points.last ?? 0) > 5 }) {
        sentences.append("0 points stand apart at the left of the logarithmic axis.")
      }
    }
    if kinds.rows, isPublished { sentences.append("Open circles are published means.") }
    return sentences.joined(separator: " ")
  }
}
