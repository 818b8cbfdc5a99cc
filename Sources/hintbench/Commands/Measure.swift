import ArgumentParser
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
      is rendered as in a run (8-bit to CIELAB to truncated 8-bit). Identical pictures are inf.
      """)

  @Argument(help: "The true picture.")
  var truth: String

  @Argument(help: "The picture to judge.")
  var result: String

  func run() throws {
    let judged = try ImageFile.read(result)
    let original = try ImageFile.read(truth).resized(height: judged.height, width: judged.width)
    let pair = try JudgedPair(truth: original, result: judged)
    Console.result("metric,value,unit")
    for metric in Metric.all {
      guard let value = metric.measure(pair) else { continue }
      Console.result("\(metric.name),\(String(format: "%.6f", value)),\(metric.unit)")
    }
  }
}
