import Foundation
import Plotting

/// Fooling rates with their cluster intervals, a row a method, and published rates beside them.
struct ForestPlot {
  /// The figure's name, without ending.
  static let name = "forest"

  private let methods: [MethodEstimate]
  /// The height of the figure that stands beside it, if one does.
  private let height: Int

  init(_ analysis: StudyAnalysis, beside differences: DifferencePlot?) {
    methods = analysis.methods
    height = differences?.height ?? 0
  }

  /// `forest.dat`, in percent.
  var data: String {
    let rates = methods.enumerated().map { row, method in
      ([method.rate, method.cluster.low, method.cluster.high, method.publishedRate]
        .map(GnuplotText.percent) + ["\(row)"]).joined(separator: " ")
    }
    return "# rate, low, high, published, row\n" + rates.joined(separator: "\n") + "\n"
  }

  /// `forest.gp`.
  var script: String {
    let isPublished = methods.contains { $0.publishedRate != nil }
    let ends = methods.map { max($0.cluster.high, $0.publishedRate ?? 0) }
    // Shares end at 100.
    let right = min(106 * (ends.max() ?? 1), 100)
    let rows = GnuplotRows(methods.map { [$0.method] })
    var lines = rows.settings()
    lines += [
      "set xlabel 'fooling rate (%)'",
      "set xrange [0:\(String(format: "%.2f", right))]",
      isPublished ? "set key below center horizontal" : "unset key",
    ]
    if right > 50 { lines.append(GnuplotRows.line(at: 50)) }
    let dots = methods.enumerated().map { row, method in
      "'\(Self.name).dat' every ::\(row)::\(row) using 1:5:2:3 with xerrorbars pt "
        + "\(Palette.mark(at: row)) ps 1.2 lw 2 lc rgb '\(Palette.color(of: method.method, at: row))' "
        + "notitle"
    }
    let published =
      "'\(Self.name).dat' using 4:5 with points pt 6 ps 1.7 lw 2 lc rgb '\(Palette.published)' "
      + "title 'published'"
    lines.append(
      "plot " + (dots + (isPublished ? [published] : [])).joined(separator: ", \\\n     "))
    return Gnuplot(
      name: Self.name, panels: [lines],
      title: "Fooling rates, 95 % intervals over judges and images", sources: "\(Self.name).dat",
      height: max(rows.height, height)
    ).script
  }
}
