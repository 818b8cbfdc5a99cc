import Experiments
import Plotting

/// The figure of a run for gnuplot: data, a script that runs by itself, and what it draws.
struct CurvePlot {
  /// `curves.dat`: one block a line of the figure, separated as gnuplot's `index` wants it.
  let data: String
  /// `curves.gp`: draws `curves.svg` and `curves.png` from `curves.dat` in its own folder.
  let script: String

  /// Draws every oracle of a study as a panel: PSNR against points on a log axis, 0 points apart.
  init(study: Study, rows: [TableRow], images: Int) {
    let panels = study.revealers.compactMap { revealer -> Panel? in
      let curves = Curve.curves(of: revealer, rows: rows, study: study)
      guard !curves.isEmpty else { return nil }
      return Panel(revealer: revealer, counts: study.points(for: revealer), curves: curves)
    }
    var blocks: [String] = []
    let points = panels.flatMap(\.curves).flatMap(\.points)
    let range = (
      low: (points.map { $0.mean - ($0.standardError ?? 0) }.min() ?? 0) - 0.5,
      high: (points.map { $0.mean + ($0.standardError ?? 0) }.max() ?? 1) + 0.5
    )
    let commands = panels.map { $0.script(blocks: &blocks, range: range) }
    data = blocks.joined(separator: "\n\n\n") + "\n"
    script =
      Gnuplot(
        name: "curves", panels: commands, title: "\(study.title), \(images) images",
        sources: "curves.dat"
      ).script
  }

  /// Runs the script.
  ///
  /// - Returns: what gnuplot said when it failed; nil when all went well.
  static func draw(in folder: String) -> String? { Gnuplot.draw("curves", in: folder) }
}
