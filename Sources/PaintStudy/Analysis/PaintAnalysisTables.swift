import Foundation
import PaintServer
import Tables

/// An analysis as tables.
enum PaintAnalysisTables {
  /// A row for every finished picture.
  static func paintings(_ analysis: PaintAnalysis) -> Data {
    var csv = CSVWriter(
      header: ["subject", "simulated", "position", "image", "arm"]
        + PaintMeasure.allCases.map(\.rawValue))
    for picture in analysis.pictures {
      let (subject, task) = (picture.record.subject, picture.record.task)
      csv.append(
        [
          subject.description, subject.isSimulated ? "1" : "0", "\(task.position)", task.image,
          task.arm.rawValue,
        ] + PaintMeasure.allCases.map { number(picture.measures[$0]) })
    }
    return csv.data
  }

  /// A row for every measure of an arm.
  static func measures(_ analysis: PaintAnalysis) -> Data {
    var csv = CSVWriter(header: ["measure", "arm", "mean", "low", "high", "subjects"])
    for measure in PaintMeasure.allCases {
      for arm in PaintingArm.allCases {
        guard let estimate = analysis.estimate(measure, arm) else { continue }
        csv.append([measure.rawValue, arm.rawValue] + ends(estimate) + ["\(estimate.subjects)"])
      }
    }
    return csv.data
  }

  /// A row for every measure: full less no recommendation.
  static func differences(_ analysis: PaintAnalysis) -> Data {
    var csv = CSVWriter(header: ["measure", "difference", "low", "high", "p", "subjects"])
    for difference in analysis.differences {
      let estimate = difference.estimate
      csv.append(
        [difference.measure.rawValue] + ends(estimate)
          + [estimate.p.map { String(format: "%.4g", $0) } ?? "", "\(estimate.subjects)"])
    }
    return csv.data
  }

  /// A row for every arm and second.
  static func curves(_ analysis: PaintAnalysis) -> Data {
    var csv = CSVWriter(header: [
      "arm", "second", "psnr_db", "psnr_low", "psnr_high", "gain_db", "gain_low", "gain_high",
      "subjects",
    ])
    for arm in PaintingArm.allCases {
      let (curve, gains) = (analysis.curve(arm), analysis.gains(arm))
      for (index, second) in analysis.seconds.enumerated() {
        guard let psnr = curve[index], let gain = gains[index] else { continue }
        csv.append(
          [arm.rawValue, "\(second)"] + ends(psnr) + ends(gain) + ["\(psnr.subjects)"])
      }
    }
    return csv.data
  }

  /// A row for every rank of a suggestion.
  static func suggestions(_ analysis: PaintAnalysis) -> Data {
    var csv = CSVWriter(header: ["rank", "taken"])
    for (rank, taken) in analysis.ranks { csv.append(["\(rank)", "\(taken)"]) }
    return csv.data
  }

  /// A number with four places; empty where there is none.
  static func number(_ value: Double?) -> String {
    value.map { String(format: "%.4f", $0) } ?? ""
  }

  private static func ends(_ estimate: SubjectEstimate) -> [String] {
    [
      number(estimate.value), number(estimate.interval?.low), number(estimate.interval?.high),
    ]
  }
}
