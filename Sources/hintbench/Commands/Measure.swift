import ArgumentParser
import Colorimetry
import Experiments
import Foundation
import ImageMetrics
import Imaging

/// Compares two pictures.
struct Measure: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare a result with the true picture by every metric, as CSV.",
    discussion: """
      A truth of another size is resized to the result's. The result is judged as it is; the truth \
      is rendered as in a run (8-bit to CIELAB to truncated 8-bit). Identical pictures are inf. With \
      --json a list of objects with metric, value (a number, or the text "inf") and unit.
      """)

  @Argument(help: "The true picture.")
  var truth: String

  @Argument(help: "The picture to judge.")
  var result: String

  @Option(
    help: """
      The method's own chrominance, a float32 or float64 array of shape (2,H,W) as 'colorize --ab' \
      writes it, for an exact ab_rmse: the picture has 8 bits.
      """)
  var ab: String?

  @OptionGroup var json: JSONOption

  /// A metric's value, for programs.
  private struct Row: Encodable {
    let metric: String
    let value: Double
    let unit: String
  }

  func run() throws {
    if let folder = [truth, result].first(where: BatchPictures.isFolder) {
      throw ValidationError(
        "\(folder) is a folder; for folders of pictures there is "
          + "'hintbench score TRUTH_DIR RESULT_DIR --output DIR'")
    }
    let judged = try ImageFile.read(result)
    let truth = try ImageFile.read(truth)
    let pair = try JudgedPair(
      truth: truth.resized(height: judged.height, width: judged.width), result: judged)
    let chrominance = try ab.map { try Chrominance(file: $0) }
    let exact = try chrominance.map { ab in
      try JudgedPair(
        truth: Truth(truth.resized(height: ab.height, width: ab.width)),
        colorization: .chrominance(ab))
    }
    let rows = Metric.all.compactMap { metric in
      let judged = metric.name == Metric.abRMSE.name ? exact ?? pair : pair
      return metric.measure(judged).map {
        Row(metric: metric.name, value: $0, unit: metric.unit)
      }
    }
    if json.isOn { return try Console.json(rows) }
    Console.result("metric,value,unit")
    for row in rows {
      Console.result("\(row.metric),\(String(format: "%.6f", row.value)),\(row.unit)")
    }
  }
}
