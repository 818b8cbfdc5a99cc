import Foundation
import PaintServer
import Plotting

/// What points have brought over the time of a picture, by arm: PSNR less that without points, with
/// intervals.
struct PSNRFigure {
  /// The name of its files, without ending.
  static let name = "psnr"

  /// What is drawn: a block of `second gain low high` for each arm.
  let data: String
  /// The script.
  let script: String

  init(_ analysis: PaintAnalysis) {
    let arms = PaintingArm.allCases.filter { arm in
      analysis.pictures.contains { $0.record.task.arm == arm }
    }
    data = arms.map { arm in
      let rows = zip(analysis.seconds, analysis.gains(arm)).compactMap { second, estimate in
        estimate.map {
          let interval = $0.interval
          return String(
            format: "%d %.4f %.4f %.4f", second, $0.value, interval?.low ?? $0.value,
            interval?.high ?? $0.value)
        }
      }
      return "# \(arm.rawValue)\n" + rows.joined(separator: "\n") + "\n"
    }.joined(separator: "\n\n")
    let plots = arms.enumerated().flatMap { index, arm in
      let color = Palette.color(of: arm.rawValue, at: index)
      return [
        "'\(Self.name).dat' index \(index) using 1:3:4 with filledcurves lc rgb '\(color)' notitle",
        "'\(Self.name).dat' index \(index) using 1:2 with linespoints lw 2 pt 7 ps 0.5 lc rgb "
          + "'\(color)' title \(Gnuplot.quoted(Self.title(arm)))",
      ]
    }
    let painters = analysis.records.isSimulated ? "simulated painters" : "subjects"
    let title = "\(analysis.records.design.study): \(painters)"
    script =
      Gnuplot(
        name: Self.name,
        panels: [
          [
            "set xlabel 'Seconds'", "set ylabel 'PSNR gained, dB'", "set key bottom right",
            "plot " + plots.joined(separator: ", \\\n  "),
          ]
        ],
        title: title, sources: "\(Self.name).dat"
      ).script
  }

  /// For people.
  static func title(_ arm: PaintingArm) -> String {
    switch arm {
    case .full: "with suggested colours"
    case .noRecommendation: "without"
    }
  }
}
