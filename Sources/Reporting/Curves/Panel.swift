import Experiments
import Foundation

/// One plot of a figure: all curves under one oracle.
struct Panel {
  let revealer: Revealer
  let counts: [Int]
  let curves: [Curve]

  /// Where 0 points stand on the log axis, as in the paper's Figure 6.
  private static let zero = 0.4

  /// gnuplot commands for the panel; appends the data they refer to.
  func script(blocks: inout [String], range: (low: Double, high: Double)) -> [String] {
    let most = Double(max(counts.last ?? 1, 1))
    let isCurve = counts.count > 1
    var lines = [
      "unset label",
      "set title \"\(isCurve ? "\(revealer.name) oracle" : title)\" font \",13\"",
      "set ylabel \"PSNR (dB)\"",
      "set yrange [\(short(range.low)):\(short(range.high))]",
      "unset key",
    ]
    lines += isCurve ? logAxis(to: most) : categoryAxis()
    var plots: [String] = []
    for (index, curve) in curves.enumerated() {
      plots +=
        isCurve
        ? linePlots(curve, at: index, blocks: &blocks)
        : [dotPlot(curve, at: index, blocks: &blocks)]
    }
    if isCurve { lines += labels(at: most, span: range.high - range.low) }
    return lines + ["plot " + plots.joined(separator: ", \\\n     ")]
  }

  private var title: String {
    switch revealer {
    case .everything: "all true colours revealed"
    default: "nothing revealed"
    }
  }

  private func logAxis(to most: Double) -> [String] {
    let ticks = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].filter { Double($0) <= most }
    let named = (counts.first == 0 ? ["\"0\" \(Self.zero)"] : []) + ticks.map { "\"\($0)\" \($0)" }
    let left = counts.first == 0 ? Self.zero / 1.6 : 0.8
    return [
      "set logscale x", "set xlabel \"revealed points\"",
      "set xrange [\(short(left)):\(short(right(of: most, from: left)))]",
      "set xtics (\(named.joined(separator: ", "))) font \",11\"",
    ]
  }

  /// The axis's right end, with room for the names at the curves' ends: a plot is about 510 units
  /// wide, a letter 7.6.
  private func right(of most: Double, from left: Double) -> Double {
    let letters = curves.map(\.label.count).max() ?? 0
    let share = min((Double(letters) * 7.6 + 16) / 510, 0.7)
    return left * pow(most / left, 1 / (1 - share))
  }

  private func categoryAxis() -> [String] {
    let names = curves.enumerated().map { "\"\($1.label)\" \($0)" }
    return [
      "unset logscale x", "set xlabel \"\"", "set xrange [-0.7:\(Double(curves.count) - 0.3)]",
      "set xtics (\(names.joined(separator: ", ")))",
    ]
  }

  /// A band of ±1 standard error, the line over it, and 0 points drawn apart.
  private func linePlots(_ curve: Curve, at place: Int, blocks: inout [String]) -> [String] {
    let index = blocks.count
    blocks.append(block(curve, curve.points.filter { $0.count > 0 }, suffix: "points > 0"))
    blocks.append(
      block(
        curve, curve.points.filter { $0.count == 0 }, suffix: "points = 0", place: zero(at: place)))
    let color = "lc rgb \"\(curve.color)\""
    let dash = curve.isPublished ? "dt 2 lw 1.5" : "lw 2"
    return [
      "\"curves.dat\" index \(index) using 1:($2-$3):($2+$3) with filledcurves \(color)",
      "\"curves.dat\" index \(index) using 1:2 with lines \(dash) \(color)",
      "\"curves.dat\" index \(index + 1) using 1:2:3 with yerrorbars pt \(curve.isPublished ? 6 : 7) ps 0.6 \(color)",
    ]
  }

  /// Where a curve's value at 0 points stands: side by side, for many methods are equal there.
  private func zero(at place: Int) -> Double {
    Self.zero * pow(1.14, Double(place) - Double(curves.count - 1) / 2)
  }

  private func dotPlot(_ curve: Curve, at place: Int, blocks: inout [String]) -> String {
    blocks.append(block(curve, curve.points, suffix: "mean", place: Double(place)))
    let mark = curve.isPublished ? 6 : 7
    return
      "\"curves.dat\" index \(blocks.count - 1) using 1:2:3 with yerrorbars pt \(mark) ps 1 lc rgb \"\(curve.color)\""
  }

  private func block(
    _ curve: Curve, _ points: [Curve.Point], suffix: String, place: Double? = nil
  ) -> String {
    let lines = points.map { point in
      let x = place ?? (point.count == 0 ? Self.zero : Double(point.count))
      return "\(short(x)) \(short(point.mean)) \(short(point.standardError ?? 0))"
    }
    let header = "# \(revealer.name): \(curve.label), \(suffix); x, mean dB, standard error dB"
    return ([header] + (lines.isEmpty ? ["NaN NaN NaN"] : lines)).joined(separator: "\n")
  }

  /// Names at the curves' right ends, moved apart where they would overlap.
  private func labels(at most: Double, span: Double) -> [String] {
    let gap = span / 22
    var ends = curves.compactMap { curve in curve.points.last.map { (curve, $0.mean) } }
    ends.sort { $0.1 < $1.1 }
    for index in ends.indices.dropFirst() {
      ends[index].1 = max(ends[index].1, ends[index - 1].1 + gap)
    }
    return ends.map { curve, height in
      "set label \"\(curve.label)\" at \(short(most * 1.15)),\(short(height)) tc rgb \"\(curve.color)\""
    }
  }

  private func short(_ value: Double) -> String {
    let rounded = (value * 10_000).rounded() / 10_000
    return rounded == rounded.rounded() && abs(rounded) < 1e9 ? "\(Int(rounded))" : "\(rounded)"
  }
}
