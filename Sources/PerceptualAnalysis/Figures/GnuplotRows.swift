import Foundation
import Plotting

/// An axis of gnuplot with a named row for every estimate, the first on top.
struct GnuplotRows {
  /// The names, each in one line or several.
  private let names: [[String]]

  /// Takes names, each line of which is cut in its middle where it is long.
  init(_ names: [[String]]) {
    self.names = names.map { $0.map { GnuplotText.shortened($0, to: Self.longest) } }
  }

  /// Letters of a line that leave more than half of a panel to the rows.
  private static let longest = 24
  /// The width of a letter and of what is around it, in the units of `Gnuplot`: that of the PNG file,
  /// whose letters are wider than the SVG's.
  private static let (letter, room) = (9.0, 28.0)

  /// The commands of a panel; the names get as much of it as they need.
  ///
  /// - Parameters:
  ///   - panel: which of the figure's, from 0.
  ///   - count: panels of the figure.
  func settings(panel: Int = 0, of count: Int = 1) -> [String] {
    let tics = names.enumerated().map { "\(Self.label($1)) \($0)" }
    let letters = Double(names.joined().map(\.count).max() ?? 0)
    let left = (Self.letter * letters + Self.room) / Double(Gnuplot.panelWidth)
    let margins = [("lmargin", left), ("rmargin", 0.95)].map { side, share in
      "set \(side) at screen " + String(format: "%.4f", (Double(panel) + share) / Double(count))
    }
    return margins + [
      "unset ylabel", "set yrange [\(Double(names.count) - 0.4):-0.6]",
      "set ytics (\(tics.joined(separator: ", "))) noenhanced font ',12'", "set grid xtics noytics",
    ]
  }

  /// The height of a figure in which no two names touch: title, axis and key, and the rows.
  var height: Int {
    let lines = names.map(\.count).max() ?? 1
    return max(240, 150 + names.count * (16 + 20 * lines))
  }

  /// A dotted line across the panel.
  static func line(at x: Int) -> String {
    "set arrow 1 from \(x), graph 0 to \(x), graph 1 nohead dt 3 lc rgb '#777777'"
  }

  /// Quoted lines, joined; only the break itself is in double quotes, in which gnuplot runs commands.
  private static func label(_ lines: [String]) -> String {
    lines.map(GnuplotText.quoted).joined(separator: ".\"\\n\".")
  }
}
