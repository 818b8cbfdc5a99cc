import Foundation
import PaintServer

/// What an analysis shows, in words.
enum PaintFindings {
  /// A sentence each.
  static func sentences(_ analysis: PaintAnalysis) -> [String] {
    let subjects = Set(analysis.pictures.map(\.record.subject)).count
    let simulated = analysis.records.isSimulated ? "simulated painters" : "subjects"
    var sentences = [
      "\(analysis.pictures.count) finished pictures of \(subjects) \(simulated)."
    ]
    let chosen: [PaintMeasure] = [.psnrGain, .pointsPerMinute, .offeredShare]
    for measure in chosen {
      guard let full = analysis.estimate(measure, .full),
        let other = analysis.estimate(measure, .noRecommendation)
      else { continue }
      var sentence =
        "\(measure.title): \(text(full)) with suggested colours, \(text(other)) without"
      if let difference = analysis.differences.first(where: { $0.measure == measure })?.estimate {
        sentence += "; difference \(text(difference))"
      }
      sentences.append(sentence + ".")
    }
    return sentences
  }

  /// `1.23 (1.10 to 1.36)`; a dash where there is nothing.
  static func text(_ estimate: SubjectEstimate?) -> String {
    guard let estimate else { return "–" }
    guard let interval = estimate.interval else { return String(format: "%.2f", estimate.value) }
    return String(format: "%.2f (%.2f to %.2f)", estimate.value, interval.low, interval.high)
  }
}
