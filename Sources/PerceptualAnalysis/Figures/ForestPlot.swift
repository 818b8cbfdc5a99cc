import Foundation
import Plotting

/// Fooling rates with their cluster intervals, published rates beside them, and the differences
/// between methods.
struct ForestPlot {
  /// The figure's name, without ending.
  static let name = "forest"

  private let analysis: StudyAnalysis

  init(_ analysis: StudyAnalysis) { self.analysis = analysis }

  /// `forest.dat`: rates, then differences, in percent.
  var data: String {
    let rates = analysis.methods.enumerated().map { row, method in
      ([method.rate, method.cluster.low, method.cluster.high, method.publishedRate]
        .map(GnuplotText.percent) + ["\(row)"]).joined(separator: " ")
    }
    let differences = analysis.pairs.enumerated().map { row, pair in
      ([pair.difference, pair.interval.low, pair.interval.high].map(GnuplotText.percent)
        + ["\(row)"]).joined(separator: " ")
    }
    return "# rate, low, high, published, row\n" + rates.joined(separator: "\n")
      + "\n\n\n# difference, low, high, row\n"
      + (differences.isEmpty ? "NaN NaN NaN 0" : differences.joined(separator: "\n")) + "\n"
  }

  /// `forest.gp`.
  var script: String {
    Gnuplot(
      name: Self.name, panels: analysis.pairs.isEmpty ? [ratePanel] : [ratePanel, pairPanel],
      title: "95 % intervals over judges and images", sources: "\(Self.name).dat"
    ).script
  }

  private var ratePanel: [String] {
    let ends = analysis.methods.map { max($0.cluster.high, $0.publishedRate ?? 0) }
    let right = 108 * (ends.max() ?? 1)
    let isPublished = analysis.methods.contains { $0.publishedRate != nil }
    var lines = rows(analysis.methods.map(\.method), title: "fooling rate")
    lines += [
      "set xlabel 'real picture named as the fake (%)'",
      "set xrange [0:\(String(format: "%.2f", right))]",
      isPublished ? "set key top right" : "unset key",
    ]
    if right > 50 { lines.append(line(at: 50)) }
    let dots = analysis.methods.enumerated().map { row, method in
      "'forest.dat' index 0 every ::\(row)::\(row) using 1:5:2:3 with xerrorbars pt 7 ps 1.2 lw 2 "
        + "lc rgb '\(Palette.color(of: method.method, at: row))' notitle"
    }
    let published =
      "'forest.dat' index 0 using 4:5 with points pt 6 ps 1.6 lw 2 lc rgb "
      + "'\(Palette.published)' title 'published'"
    return lines + ["plot " + (dots + [published]).joined(separator: ", \\\n     ")]
  }

  private var pairPanel: [String] {
    rows(analysis.pairs.map { "\($0.methodA) − \($0.methodB)" }, title: "difference") + [
      "set xlabel 'difference (percentage points)'", "set autoscale x",
      "set xtics autofreq", "unset key", line(at: 0),
      "plot 'forest.dat' index 1 using 1:4:2:3 with xerrorbars pt 7 ps 1.2 lw 2 lc rgb '#333333' "
        + "notitle",
    ]
  }

  /// A dotted line across the panel.
  private func line(at x: Int) -> String {
    "set arrow 1 from \(x), graph 0 to \(x), graph 1 nohead dt 3 lc rgb '#777777'"
  }

  /// An axis with a row for every name, the first on top.
  private func rows(_ names: [String], title: String) -> [String] {
    let tics = names.enumerated().map { "\(GnuplotText.quoted($1)) \($0)" }
    return [
      "set title '\(title)' font ',13'", "unset ylabel",
      "set yrange [\(Double(names.count) - 0.4):-0.6]",
      "set ytics (\(tics.joined(separator: ", "))) noenhanced", "set grid xtics noytics",
    ]
  }
}
