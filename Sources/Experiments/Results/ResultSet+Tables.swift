import Foundation
import ImageMetrics
import Tables

/// The tables of results; equal results give equal bytes.
extension ResultSet {
  /// `results.csv`: one line an image, method, oracle and number of points.
  public func results() -> Data {
    var csv = CSVWriter(
      header: ["study", "image", "method", "oracle", "points"] + metrics.map(\.column))
    for score in scores {
      csv.append(
        [study, score.image, score.method, score.oracle, "\(score.points)"]
          + score.values.map { Self.decimal($0, digits: 6) })
    }
    return csv.data
  }

  /// `table.csv`: mean PSNRs over images beside the published figures.
  public func table() -> Data {
    var csv = CSVWriter(header: [
      "method", "oracle", "points", "images", "psnr_mean_db", "psnr_se_db", "published_db",
      "published_se_db",
    ])
    let psnr = metrics.firstIndex { $0.name == Metric.psnr.name }
    for row in psnr.map({ rows(metric: $0) }) ?? [] {
      csv.append([
        row.method, row.oracle, "\(row.points)", "\(row.images)",
        Self.decimal(row.mean, digits: 4), Self.decimal(row.standardError, digits: 4),
        Self.decimal(row.published?.mean, digits: 3),
        Self.decimal(row.published?.standardError, digits: 3),
      ])
    }
    return csv.data
  }

  /// `metrics.csv`: means over images of every metric; in the last three columns over the images that
  /// have colour.
  public func metricMeans() -> Data {
    var csv = CSVWriter(header: [
      "metric", "method", "oracle", "points", "images", "mean", "se", "color_images", "color_mean",
      "color_se",
    ])
    for (index, metric) in metrics.enumerated() {
      let colored = rows(metric: index, withGrey: false)
      for row in rows(metric: index) {
        let other = colored.first {
          $0.method == row.method && $0.oracle == row.oracle && $0.points == row.points
        }
        csv.append([
          metric.column, row.method, row.oracle, "\(row.points)", "\(row.images)",
          Self.decimal(row.mean, digits: 6), Self.decimal(row.standardError, digits: 6),
          "\(other?.images ?? 0)", Self.decimal(other?.mean, digits: 6),
          Self.decimal(other?.standardError, digits: 6),
        ])
      }
    }
    return csv.data
  }

  /// `pairs.csv`: differences of two methods on the same images.
  ///
  /// - Parameter pairs: as ``pairs()`` gives them.
  public func table(of pairs: [PairedComparison]) -> Data {
    var csv = CSVWriter(header: [
      "metric", "oracle", "points", "method", "versus", "images", "mean_difference", "low", "high",
      "won_share",
    ])
    for pair in pairs {
      csv.append([
        metrics[pair.metric].column, pair.oracle, "\(pair.points)", pair.method, pair.versus,
        "\(pair.images)", Self.decimal(pair.meanDifference, digits: 6),
        Self.decimal(pair.interval?.low, digits: 6), Self.decimal(pair.interval?.high, digits: 6),
        Self.decimal(pair.wonShare, digits: 4),
      ])
    }
    return csv.data
  }

  /// A number with so many decimals, `inf` for infinity; empty for none.
  private static func decimal(_ value: Double?, digits: Int) -> String {
    value.map { String(format: "%.\(digits)f", $0) } ?? ""
  }
}
