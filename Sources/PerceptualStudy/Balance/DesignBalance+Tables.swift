import Foundation
import Plotting
import Tables

extension DesignBalance {
  /// The names of the report's files without ending.
  static let name = "balance"
  /// The table of judges.
  static let judgesFile = "balance_judges.csv"

  /// `balance.csv`: `image,method,judgements,real_first,fake_first`.
  var table: Data {
    var csv = CSVWriter(header: ["image", "method", "judgements", "real_first", "fake_first"])
    for cell in cells {
      csv.append([
        cell.image, cell.method, "\(cell.judgements)", "\(cell.realFirst)",
        "\(cell.judgements - cell.realFirst)",
      ])
    }
    return csv.data
  }

  /// `balance_judges.csv`: a line for each judge, with a column for each method.
  var judgesTable: Data {
    var csv = CSVWriter(
      header: [
        "judge", "practice", "main", "vigilance", "real_first", "fake_first", "longest_run",
      ] + methods.map { "main_\($0)" })
    for judge in judges {
      let realFirst = judge.realFirst.values.reduce(0, +)
      let counts = TrialKind.allCases.map { judge.trials[$0] ?? 0 }
      let numbers =
        [judge.judge] + counts + [realFirst, counts.reduce(0, +) - realFirst, judge.longestRun]
      csv.append((numbers + judge.methods).map(String.init))
    }
    return csv.data
  }

  /// Three panels: judgements of an image by a method, sides, and runs.
  func figure(title: String) -> Gnuplot {
    let bars = "smooth frequency with boxes fill solid 0.7"
    let most = cells.map(\.judgements).max() ?? 0
    let run = judges.map(\.longestRun).max() ?? 0
    let width = 0.8 / Double(max(methods.count, 1))
    /// A bar of each method at each value; the methods stand side by side.
    func counts(of value: String) -> [String] {
      methods.enumerated().map { index, method in
        let shift = width * (Double(index) - Double(methods.count - 1) / 2)
        return "\"\(Self.name).csv\" skip 1 using (\(value) + \(shift)):"
          + "(strcol(2) eq \"\(method)\" ? 1 : 0) \(bars) "
          + "lc rgb \"\(Palette.color(of: method, at: index))\" title \"\(method)\""
      }
    }
    func panel(_ title: String, _ x: String, _ y: String, _ range: String, _ plots: [String])
      -> [String]
    {
      [
        "set boxwidth \(width)", "set title \"\(title)\" font \",13\"", "set xlabel \"\(x)\"",
        "set ylabel \"\(y)\"", "set xtics 1", "set xrange [\(range)]", "set yrange [0:*]",
        "set key outside below", "plot " + plots.joined(separator: ", \\\n     "),
      ]
    }
    return Gnuplot(
      name: Self.name,
      panels: [
        panel(
          "judgements of an image by a method", "judgements", "images",
          "\(max(most - 4, 0) - 1):\(most + 2)",
          counts(of: "$3")),
        panel(
          "sides of an image by a method", "real first less fake first", "images", "-3:3",
          counts(of: "($4 - $5)")),
        panel(
          "longest run of equal answers", "trials", "judges", "0:\(run + 2)",
          [
            "\"\(Self.judgesFile)\" skip 1 using 7:(1) \(bars) "
              + "lc rgb \"\(Palette.color(of: "", at: 0))\" notitle"
          ]),
      ],
      title: title, sources: "\(Self.name).csv and \(Self.judgesFile)", separator: "\",\"")
  }
}
