import Files
import Foundation
import Plotting

/// The figure of a training: its losses, and how well it does on pictures that it has not seen.
///
/// The script reads `training.csv` and `validation.csv` of its folder and runs by itself.
public struct TrainingCurves {
  private let title: String
  private let losses: [String]
  private let isJudged: Bool

  /// The points of a loss's curve at most.
  private static let resolution = 1000
  /// The first loss's column in `training.csv`, from 1.
  private static let firstLoss = 6

  /// Describes a training.
  ///
  /// - Parameters:
  ///   - title: over the figure.
  ///   - losses: the loss terms' columns in `training.csv`, in their order.
  ///   - isJudged: whether there is a `validation.csv`.
  public init(title: String, losses: [String], isJudged: Bool) {
    self.title = title
    self.losses = losses
    self.isJudged = isJudged
  }

  /// Writes `training.gp` into a training's folder and lets it draw `training.svg` and
  /// `training.png`.
  ///
  /// - Returns: why nothing is drawn, if so; nil when all went well.
  /// - Throws: what writing throws.
  public func write(into folder: String) throws -> String? {
    let steps = Self.rows("training.csv", in: folder).count
    guard steps > 1 else { return "there are too few steps yet" }
    var panels = [lossPanel(every: max(1, steps / Self.resolution))]
    if isJudged, let panel = judgementPanel(Self.rows("validation.csv", in: folder)) {
      panels.append(panel)
    }
    let plot = Gnuplot(
      name: "training", panels: panels, title: title,
      sources: "training.csv and validation.csv", separator: "\",\"")
    try OutputFile.write(Data(plot.script.utf8), to: folder + "/training.gp")
    return Gnuplot.draw("training", in: folder)
  }

  /// The fields of a table without quotes, below its header.
  private static func rows(_ name: String, in folder: String) -> [[Substring]] {
    let data = FileManager.default.contents(atPath: folder + "/" + name) ?? Data()
    return String(decoding: data, as: UTF8.self).split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",") }
  }

  /// Running means over some fifty steps, on a log axis.
  private func lossPanel(every: Int) -> [String] {
    let plots = losses.enumerated().map { index, name in
      let column = Self.firstLoss + index
      let mean = "m\(index) = (m\(index) == 0 ? $\(column) : 0.98*m\(index) + 0.02*$\(column))"
      return "m\(index) = 0, \"training.csv\" skip 1 using "
        + "2:(\(mean), int($1) % \(every) == 0 ? m\(index) : NaN) with lines lw 2 "
        + "lc rgb \"\(Palette.color(of: name, at: index))\" "
        + "title \"\(name.replacingOccurrences(of: "_", with: " "))\""
    }
    return [
      "set datafile missing NaN", "unset label", "set title \"what is minimized\" font \",13\"",
      "set xlabel \"samples\"", "set ylabel \"loss, running mean\"", "set logscale y",
      "set autoscale", "set key outside below", "plot " + plots.joined(separator: ", \\\n     "),
    ]
  }

  /// PSNR of every method at every number of points; nil before the first judgement.
  private func judgementPanel(_ rows: [[Substring]]) -> [String]? {
    var kinds: [[Substring]] = []
    for row in rows where row.count == 5 {
      let kind = [row[1], row[2]]
      if !kinds.contains(kind) { kinds.append(kind) }
    }
    guard !kinds.isEmpty else { return nil }
    let counts = Dictionary(grouping: kinds, by: { $0[0] })
    let plots = kinds.enumerated().map { index, kind in
      let isOnly = counts[kind[0]]?.count == 1
      let label = isOnly ? "\(kind[0])" : "\(kind[0]), \(kind[1]) points"
      return "\"validation.csv\" skip 1 using "
        + "1:(strcol(2) eq \"\(kind[0])\" && $3 == \(kind[1]) ? $5 : NaN) with linespoints pt 7 "
        + "ps 0.4 lw 2 lc rgb \"\(Palette.color(of: String(kind[0]), at: index))\" "
        + "title \"\(label)\""
    }
    return [
      "unset label", "set title \"on pictures it has not seen\" font \",13\"",
      "set xlabel \"samples\"", "set ylabel \"PSNR (dB)\"", "unset logscale y", "set autoscale",
      "set key outside below", "plot " + plots.joined(separator: ", \\\n     "),
    ]
  }
}
