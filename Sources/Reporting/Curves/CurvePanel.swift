import Experiments
import Foundation
import Plotting
import Prose

/// Means against the number of revealed points: on a log axis with 0 points apart, or, where there are
/// only a few points, on an axis of their numbers.
struct CurvePanel: Panel {
  let condition: ResultSet.Condition
  let series: [Series]
  let range: AxisRange
  let axis: String

  /// Where 0 points stand on the log axis, as in the paper's Figure 6.
  private static let zero = 0.4
  /// The most points that are shown on a plain axis.
  private static let few = 5
  /// The height of a label, in the SVG's units.
  private static let labelHeight = 17.0
  /// The height of a plot without its title and axis, in the SVG's units.
  private static let plotHeight = 350.0
  /// More numbers of points than this get marks only now and then.
  private static let marks = 12

  var height: Int { Gnuplot.panelHeight }

  private var isPlain: Bool { (condition.points.last ?? 0) <= Self.few }

  func script(blocks: inout [String]) -> [String] {
    var lines = [
      "unset label", "unset arrow",
      "set title \(Gnuplot.quoted(condition.title)) font \",14\" noenhanced",
      "set ylabel \(Gnuplot.quoted(axis)) noenhanced", "set xlabel \"revealed points\"",
      "set yrange [\(short(range.low)):\(short(range.high))]", "set ytics autofreq",
      "set grid noxtics ytics", "unset key",
    ]
    lines += isPlain ? plainAxis() : logAxis()
    var plots: [String] = []
    for (index, one) in series.enumerated() {
      plots += drawing(one, at: index, blocks: &blocks)
    }
    lines += labels()
    return lines + ["plot " + plots.joined(separator: ", \\\n     ")]
  }

  // MARK: Axes

  private func logAxis() -> [String] {
    let counts = condition.points
    let most = Double(counts.last ?? 1)
    let ticks = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].filter { tick in
      Double(tick) <= most && tick >= counts.first { $0 > 0 } ?? 1
    }
    let named = (counts.first == 0 ? ["\"0\" \(Self.zero)"] : []) + ticks.map { "\"\($0)\" \($0)" }
    let least = Double(counts.first { $0 > 0 } ?? 1)
    let left = counts.first == 0 ? Self.zero / 1.6 : least / 1.15
    return [
      "set logscale x", "set xrange [\(short(left)):\(short(most * 1.06))]",
      "set xtics (\(named.joined(separator: ", ")))",
    ]
  }

  private func plainAxis() -> [String] {
    let sets = Set(series.flatMap(\.points).compactMap(\.images))
    let names = condition.points.enumerated().map { place, count in
      let images = series.compactMap { one in
        one.points.first { $0.count == count }?.images?.count
      }.max()
      // What a mean is over is told only where it is not the same everywhere.
      let over = sets.count > 1 ? images.map { " (\($0) images)" } ?? "" : ""
      return "\(Gnuplot.quoted("\(count)\(over)")) \(place)"
    }
    return [
      "unset logscale x", "set xrange [-0.5:\(short(Double(condition.points.count) - 0.5))]",
      "set xtics (\(names.joined(separator: ", ")))",
    ]
  }

  /// Where a value stands: 0 points and plain axes hold methods side by side, for many are equal.
  private func place(_ count: Int, of index: Int) -> Double {
    let shift = Double(index) - Double(series.count - 1) / 2
    if isPlain {
      let slot = condition.points.firstIndex(of: count) ?? 0
      return Double(slot) + shift * min(0.08, 0.6 / Double(max(series.count, 1)))
    }
    return count > 0 ? Double(count) : Self.zero * pow(1.12, shift)
  }

  // MARK: Series

  /// A line with a band of ±1 standard error over each run of equal images; marks with bars at 0
  /// points, at single points, and on plain axes.
  private func drawing(_ one: Series, at index: Int, blocks: inout [String]) -> [String] {
    let color = "lc rgb \"\(one.color)\""
    let dash = one.isPublished ? "dt 2 lw 1.5" : "lw 2"
    let lines = one.runs.map { $0.filter { isPlain || $0.count > 0 } }.filter { $0.count > 1 }
    let drawn = Set(lines.flatMap { $0 }.map(\.count))
    var plots: [String] = []
    func data(_ points: [Series.Point], _ what: String) -> String {
      blocks.append(
        block(
          "\(condition.oracle): \(one.label), \(what); x, mean, standard error".onOneLine,
          points.map { [place($0.count, of: index), $0.mean, $0.standardError] }, width: 3))
      return "\"curves.dat\" index \(blocks.count - 1)"
    }
    for line in lines {
      let source = data(line, "the same images throughout")
      if !isPlain { plots.append("\(source) using 1:($2-$3):($2+$3) with filledcurves \(color)") }
      let every = line.count > Self.marks ? line.count / 6 : 1
      plots.append(
        "\(source) using 1:2 with linespoints \(dash) \(color) pt \(one.mark) ps 0.5 pi \(every)")
    }
    let alone = isPlain ? one.finite : one.finite.filter { !drawn.contains($0.count) }
    let source = data(alone, "each by itself")
    plots.append("\(source) using 1:2:3 with yerrorbars pt \(one.mark) ps 0.7 \(color)")
    return plots
  }

  // MARK: Labels

  /// Names at the right, beside the curves' ends, moved apart where they would overlap, with a thin
  /// line from the end to a name that was moved.
  private func labels() -> [String] {
    let span = range.high - range.low
    let gap = span * Self.labelHeight / Self.plotHeight
    let ends = series.compactMap { one in one.finite.last.map { (one, $0.mean) } }
      .sorted { $0.1 < $1.1 }
    let heights = Self.spread(ends.map(\.1), gap: gap, low: range.low, high: range.high)
    let letters = series.map(\.label.count).max() ?? 0
    var lines = ["set rmargin \(min(letters, 40) * 4 / 5 + 5)"]
    for (place, (one, end)) in ends.enumerated() {
      let height = heights[place]
      lines.append(
        "set label \(Gnuplot.quoted(one.label)) at graph 1.045, first \(short(height)) left "
          + "noenhanced tc rgb \"\(one.color)\"")
      lines.append(
        "set arrow from graph 1.005, first \(short(end)) to graph 1.035, first \(short(height)) "
          + "nohead lw 0.7 lc rgb \"\(one.color)\"")
    }
    return lines
  }

  /// Heights at least a gap apart, each group of crowded ones centred on where they belong.
  ///
  /// - Parameter wanted: ascending.
  static func spread(_ wanted: [Double], gap: Double, low: Double, high: Double) -> [Double] {
    var groups: [(members: [Double], start: Double)] = []
    for (index, height) in wanted.enumerated() {
      groups.append(([height - Double(index) * gap], height - Double(index) * gap))
      while groups.count > 1, groups[groups.count - 2].start > groups[groups.count - 1].start {
        let last = groups.removeLast()
        let members = groups.removeLast().members + last.members
        groups.append((members, members.reduce(0, +) / Double(members.count)))
      }
    }
    let starts = groups.flatMap { group in group.members.map { _ in group.start } }
    let heights = starts.enumerated().map { $1 + Double($0) * gap }
    guard let first = heights.first, let last = heights.last else { return [] }
    let shift = max(low + gap / 2 - first, 0) + min(high - gap / 2 - last, 0)
    return heights.map { $0 + (last - first > high - low - gap ? 0 : shift) }
  }
}
