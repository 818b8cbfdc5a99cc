import Experiments
import Foundation
import Plotting
import Prose

/// Means where every method has one: a row a method, the published mean below the measured one.
struct RowPanel: Panel {
  let condition: ResultSet.Condition
  /// The methods' names in the order of rows, measured or only published.
  let rows: [String]
  let series: [Series]
  let axis: String

  /// How far the published mean stands below its row's middle.
  private static let below = 0.32

  var height: Int { 150 + 42 * rows.count }

  func script(blocks: inout [String]) -> [String] {
    let range = AxisRange(of: series.flatMap(\.finite))
    let names = rows.enumerated().map { index, name in
      "\(Gnuplot.quoted(MethodCatalog.title(of: name))) \(index)"
    }
    let isPublished = series.contains(where: \.isPublished)
    let values = isPublished ? "\(axis); open circles: published" : axis
    let lines =
      [
        "unset label", "unset arrow", "set rmargin 3",
        "set title \(Gnuplot.quoted(condition.title)) font \",14\" noenhanced",
        "unset ylabel", "unset logscale x", "set xtics autofreq",
        "set xlabel \(Gnuplot.quoted(values)) noenhanced",
        "set xrange [\(short(range.low)):\(short(range.high))]",
        "set yrange [\(short(Double(rows.count) - 0.4)):-0.6]",
        "set ytics (\(names.joined(separator: ", "))) noenhanced", "set grid xtics ytics",
        "unset key",
      ] + infinities()
    let plots = series.compactMap { one in
      row(of: one).map {
        bars(one, at: $0, blocks: &blocks) + " pt \(one.mark) ps 1.1 lw "
          + (one.isPublished ? "1.5" : "2")
      }
    }
    return lines + ["plot " + plots.joined(separator: ", \\\n     ")]
  }

  /// Where a series stands: published means a little below the measured ones.
  private func row(of one: Series) -> Double? {
    let isSecond =
      one.isPublished && series.contains { $0.method == one.method && !$0.isPublished }
    return rows.firstIndex(of: one.method).map { Double($0) + (isSecond ? Self.below : 0) }
  }

  private func bars(_ one: Series, at row: Double, blocks: inout [String]) -> String {
    blocks.append(
      block(
        "\(condition.oracle): \(one.label); mean, row, standard error".onOneLine,
        one.finite.map { [$0.mean, row, $0.standardError] }, width: 3))
    return "\"curves.dat\" index \(blocks.count - 1) using 1:2:3 with xerrorbars "
      + "lc rgb \"\(one.color)\""
  }

  /// What no axis reaches, at the right end of its row.
  private func infinities() -> [String] {
    series.compactMap { one in
      guard one.points.contains(where: { $0.mean == .infinity }), let place = row(of: one) else {
        return nil
      }
      return "set label \"∞\" at graph 0.985, first \(short(place)) right font \",17\" "
        + "tc rgb \"\(one.color)\""
    }
  }
}
