import Experiments
import Foundation

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
    var body: [String] = []
    let points = panels.flatMap(\.curves).flatMap(\.points)
    let range = (
      low: (points.map { $0.mean - ($0.standardError ?? 0) }.min() ?? 0) - 0.5,
      high: (points.map { $0.mean + ($0.standardError ?? 0) }.max() ?? 1) + 0.5
    )
    for panel in panels { body += panel.script(blocks: &blocks, range: range) }
    data = blocks.joined(separator: "\n\n\n") + "\n"
    let columns = max(panels.count, 1)
    let title = "\(study.title), \(images) images".replacingOccurrences(of: "\"", with: "'")
    func drawing(_ terminal: String, _ file: String) -> String {
      """
      set terminal \(terminal)
      set output "\(file)"
      set multiplot layout 1,\(columns) title "\(title)" font ",15"
      \(body.joined(separator: "\n"))
      unset multiplot
      """
    }
    let width = 620 * columns
    script = """
      # Draws curves.svg and curves.png from curves.dat: run `gnuplot curves.gp` in this folder.
      set encoding utf8
      set datafile separator whitespace
      set border 3 lc rgb "#555555"
      set tics nomirror out tc rgb "#333333"
      set grid ytics lc rgb "#E4E4E4" lw 1
      set style fill transparent solid 0.18 noborder
      \(drawing("svg size \(width),480 dynamic font 'Helvetica,13' background rgb 'white'", "curves.svg"))
      set output
      \(drawing("pngcairo size \(2 * width),960 font 'Helvetica,13' fontscale 2 linewidth 2 pointscale 1.6 background rgb 'white'", "curves.png"))
      set output

      """
  }

  /// Runs the script.
  ///
  /// - Returns: what gnuplot said when it failed; nil when all went well.
  static func draw(in folder: String) -> String? {
    let process = Process()
    let complaint = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gnuplot", "curves.gp"]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    process.standardError = complaint
    guard (try? process.run()) != nil else { return "gnuplot cannot be started" }
    let text = complaint.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus != 0 else { return nil }
    return String(decoding: text, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
