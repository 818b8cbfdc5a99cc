import Foundation
import Plotting

/// The differences between fooling rates with their intervals, a row for every two methods, in panels
/// of about as many rows as there are methods.
struct DifferencePlot {
  /// The figure's name, without ending.
  static let name = "differences"

  private let panels: [[PairEstimate]]

  /// Nil with fewer than two methods.
  init?(_ analysis: StudyAnalysis) {
    let pairs = analysis.pairs
    guard !pairs.isEmpty else { return nil }
    let most = max(analysis.methods.count, 4)
    let count = (pairs.count + most - 1) / most
    let rows = (pairs.count + count - 1) / count
    panels = stride(from: 0, to: pairs.count, by: rows).map {
      Array(pairs[$0..<min($0 + rows, pairs.count)])
    }
  }

  /// `differences.dat`, in percentage points: a block a panel.
  var data: String {
    let blocks = panels.map { pairs in
      pairs.enumerated().map { row, pair in
        ([pair.difference, pair.interval.low, pair.interval.high].map(GnuplotText.percent)
          + ["\(row)"]).joined(separator: " ")
      }.joined(separator: "\n")
    }
    return "# difference, low, high, row\n" + blocks.joined(separator: "\n\n\n") + "\n"
  }

  /// `differences.gp`.
  var script: String {
    let rows = panels.map(Self.rows)
    let lines = zip(panels.indices, rows).map { panel, rows in
      rows.settings(panel: panel, of: panels.count) + [
        "set xlabel 'percentage points'", "set xrange \(range)",
        "set xtics autofreq", "unset key", GnuplotRows.line(at: 0),
        "plot '\(Self.name).dat' index \(panel) using 1:4:2:3 with xerrorbars pt 7 ps 1.2 lw 2 "
          + "lc rgb '#333333' notitle",
      ]
    }
    return Gnuplot(
      name: Self.name, panels: lines,
      title: "Differences, 95 % intervals over judges and images",
      sources: "\(Self.name).dat",
      height: height
    ).script
  }

  /// The figure's height, in the units of ``Gnuplot``.
  var height: Int { panels.map { Self.rows($0).height }.max() ?? Gnuplot.panelHeight }

  private static func rows(_ pairs: [PairEstimate]) -> GnuplotRows {
    GnuplotRows(pairs.map { [$0.methodA, "− \($0.methodB)"] })
  }

  /// The same range in every panel: all intervals, and 0.
  private var range: String {
    let ends: [Double] = panels.joined().flatMap { [$0.interval.low, $0.interval.high] } + [0]
    let low: Double = 100 * (ends.min() ?? 0)
    let high: Double = 100 * (ends.max() ?? 0)
    let room = max(0.04 * (high - low), 0.1)
    return String(format: "[%.2f:%.2f]", low - room, high + room)
  }
}
