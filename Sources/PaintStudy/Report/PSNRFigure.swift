import Foundation
import PaintServer
import Plotting

/// What points have brought over the time of a picture, by arm, beside how many there were: PSNR less
/// that without points, and points, with intervals.
struct PSNRFigure {
  /// The name of its files, without ending.
  static let name = "psnr"

  /// What is drawn: a block of `second gain low high points low high` for each arm.
  let data: String
  /// The script.
  let script: String
  /// What it shows, in a sentence.
  let caption: String

  init(_ analysis: PaintAnalysis) {
    let arms = PaintingArm.allCases.filter { arm in
      analysis.pictures.contains { $0.record.task.arm == arm }
    }
    data = arms.map { arm in
      let (gains, points) = (analysis.gains(arm), analysis.pointCounts(arm))
      let rows = analysis.seconds.indices.compactMap { index in
        gains[index].map { gain in
          "\(analysis.seconds[index]) \(Self.numbers(gain)) "
            + (points[index].map(Self.numbers) ?? "NaN NaN NaN")
        }
      }
      return "# \(arm.rawValue): second, gain in dB, points; each with its interval\n"
        + rows.joined(separator: "\n") + "\n"
    }.joined(separator: "\n\n")
    let painters = analysis.records.isSimulated ? "simulated painters" : "subjects"
    script =
      Gnuplot(
        name: Self.name,
        panels: [
          Self.panel(
            "PSNR gained over no points, dB", arms, column: 2, least: "*",
            last: analysis.seconds.last),
          Self.panel("points set", arms, column: 5, least: "0", last: analysis.seconds.last),
        ],
        title: "\(analysis.records.design.study): \(painters)", sources: "\(Self.name).dat"
      ).script
    caption =
      "Means over \(painters), with bands of 95 %; at the left what points brought in PSNR, at the "
      + "right how many there were, by the seconds since the picture was shown."
  }

  /// A panel of one measure: a band and a line for each arm, whose names stand in the corner that
  /// growing lines leave free.
  private static func panel(
    _ axis: String, _ arms: [PaintingArm], column: Int, least: String, last: Int?
  ) -> [String] {
    let plots = arms.enumerated().flatMap { index, arm in
      let color = "lc rgb '\(Palette.color(of: arm.rawValue, at: index))'"
      let file = "'\(name).dat' index \(index) using"
      return [
        "\(file) 1:\(column + 1):\(column + 2) with filledcurves \(color) notitle",
        "\(file) 1:\(column) with linespoints lw 2 pt \(Palette.mark(at: index)) ps 0.6 \(color) "
          + "title \(Gnuplot.quoted(title(arm)))",
      ]
    }
    return [
      "set xlabel 'seconds'", "set xrange [0:\(max(last ?? 1, 1))]", "set yrange [\(least):*]",
      "set ylabel \(Gnuplot.quoted(axis)) noenhanced", "set key top left reverse Left",
      "set offsets 0, 0, graph 0.2, 0", "plot " + plots.joined(separator: ", \\\n  "),
    ]
  }

  private static func numbers(_ estimate: SubjectEstimate) -> String {
    let interval = estimate.interval
    return String(
      format: "%.4f %.4f %.4f", estimate.value, interval?.low ?? estimate.value,
      interval?.high ?? estimate.value)
  }

  /// For people.
  static func title(_ arm: PaintingArm) -> String {
    switch arm {
    case .full: "with suggested colours"
    case .noRecommendation: "without"
    }
  }
}
