import Experiments
import Foundation
import ImageMetrics

/// What results show, in sentences about the metric that they are about.
struct Headlines {
  /// One sentence a method, under the oracle of the report's pictures and wherever there are no points.
  let sentences: [String]

  /// Words results.
  ///
  /// - Parameter chosen: the oracle and number of points of the report's pictures.
  init(_ results: ResultSet, pairs: [PairedComparison], chosen: GalleryChoice) {
    let rows = results.rows(metric: results.main)
    let places = results.conditions.compactMap { condition -> (ResultSet.Condition, Int)? in
      if condition.oracle == chosen.oracle { return (condition, chosen.points) }
      return condition.isSeries ? nil : condition.points.first.map { (condition, $0) }
    }
    let first = rows.filter { $0.oracle == chosen.oracle && $0.points == chosen.points }
    sentences = places.flatMap { condition, points in
      rows.filter { row in
        // Methods that do not listen are told of once.
        let isNews =
          condition.oracle == chosen.oracle
          || !first.contains { $0.method == row.method && $0.mean == row.mean }
        return isNews && row.oracle == condition.oracle && row.points == points
          && row.method != results.floor
      }.map { row in
        Self.sentence(row, condition.place(points), results, pairs)
      }
    }
  }

  private static func sentence(
    _ row: TableRow, _ place: String, _ results: ResultSet, _ pairs: [PairedComparison]
  ) -> String {
    let metric = results.mainMetric
    let display = metric.display
    let isPSNR = metric.name == Metric.psnr.name
    if isPSNR, !row.mean.isFinite {
      return "\(row.method) reproduces every picture exactly\(place)."
    }
    // PSNR needs no introduction: its unit says what it is.
    let value = [display.number(row.mean), display.unit, isPSNR ? "" : metric.label]
      .filter { !$0.isEmpty }.joined(separator: " ")
    var text = "\(row.method) \(isPSNR ? "reaches" : "has") \(value)\(place)"
    let pair = pairs.first {
      $0.metric == results.main && $0.oracle == row.oracle && $0.points == row.points
        && [$0.method, $0.versus].contains(row.method)
        && [$0.method, $0.versus].contains(results.floor)
    }
    if let pair, let floor = results.floor {
      text += ", " + comparison(pair.seen(from: row.method), with: floor, display)
    }
    return text + ", on \(row.images) \(row.images == 1 ? "image" : "images")."
  }

  /// `3.84 dB above gray (95 % 2.91 to 4.80)`.
  private static func comparison(
    _ pair: PairedComparison, with floor: String, _ display: Metric.Display
  ) -> String {
    let gain = pair.meanDifference
    let unit = display.differenceUnit.isEmpty ? "" : " " + display.differenceUnit
    let size = display.number(abs(gain)) + unit
    var text = "\(size) \(gain < 0 ? "below" : "above") \(floor)"
    if let interval = pair.interval, pair.images > 1 {
      let ends = [interval.low, interval.high].map { gain < 0 ? -$0 : $0 }.sorted()
      text += " (95 % interval \(display.number(ends[0])) to \(display.number(ends[1])))"
    }
    return text
  }
}

extension PairedComparison {
  /// The comparison as told of a method: exchanged where it is the other one.
  func seen(from method: String) -> PairedComparison {
    method == versus ? exchanged : self
  }
}
