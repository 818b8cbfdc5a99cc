import Experiments
import Foundation

/// One plot of a figure: all series under one oracle.
protocol Panel {
  /// gnuplot's commands, the last of which is `plot`; appends the data that they refer to.
  func script(blocks: inout [String]) -> [String]
  /// The height that the panel needs in the SVG's units.
  var height: Int { get }
}

extension Panel {
  /// A number for scripts and data: at most four decimals.
  func short(_ value: Double) -> String {
    let rounded = (value * 10_000).rounded() / 10_000
    return rounded == rounded.rounded() && abs(rounded) < 1e9 ? "\(Int(rounded))" : "\(rounded)"
  }

  /// A block of `curves.dat` with its heading; blocks without rows hold one that draws nothing.
  func block(_ heading: String, _ rows: [[Double]], width: Int) -> String {
    let lines = rows.map { $0.map(short).joined(separator: " ") }
    let none = Array(repeating: "NaN", count: width).joined(separator: " ")
    return (["# \(heading)"] + (lines.isEmpty ? [none] : lines)).joined(separator: "\n")
  }
}

/// A range of values with a little room at both ends.
struct AxisRange {
  let low: Double
  let high: Double

  /// The range of means with their standard errors; 0…1 where there is none.
  init(of points: [Series.Point]) {
    let low = points.map { $0.mean - $0.standardError }.min() ?? 0
    let high = points.map { $0.mean + $0.standardError }.max() ?? 1
    let room = max((high - low) * 0.05, abs(high) * 0.002, 1e-4)
    self.low = low - room
    self.high = high + room
  }
}

extension ResultSet.Condition {
  /// For people, over tables and panels.
  var title: String {
    switch Revealer(name: oracle) {
    case .nothing: "No points revealed"
    case .everything: "Every true colour revealed"
    case .oracle(let kind): "Revealed points, \(kind.rawValue) oracle"
    case .marks: "Points at the figures' marks"
    case nil: "Points, \(oracle)"
    }
  }

  /// ` at 10 random points`, to follow a number in a sentence.
  func place(_ points: Int) -> String {
    switch Revealer(name: oracle) {
    case .nothing: " without points"
    case .everything: " with every colour revealed"
    case .marks: points == 1 ? " at 1 point" : " at \(points) points"
    default: points == 1 ? " at 1 \(oracle) point" : " at \(points) \(oracle) points"
    }
  }

  /// `10 points`, over a column of pictures.
  func step(_ points: Int) -> String {
    switch Revealer(name: oracle) {
    case .nothing: "no points"
    case .everything: "every colour"
    default: points == 1 ? "1 point" : "\(points) points"
    }
  }

  /// Whether a number of points is all that tells its results apart.
  var isSeries: Bool { points.count > 1 }
}
