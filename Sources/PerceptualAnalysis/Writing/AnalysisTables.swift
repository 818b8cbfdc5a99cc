import Foundation
import Tables

/// The tables of an analysis. Rates are shares 0…1 with six decimals; what is unknown is empty.
enum AnalysisTables {
  /// Fooling rates by method, with their intervals.
  static func rates(_ analysis: StudyAnalysis) -> Data {
    var csv = CSVWriter(header: [
      "method", "judges", "images", "trials", "fooling_rate", "wilson_low", "wilson_high",
      "pooled_low", "pooled_high", "cluster_low", "cluster_high", "published_rate",
    ])
    for method in analysis.methods {
      let intervals = [method.wilson, method.pooled, method.cluster].flatMap { [$0.low, $0.high] }
      csv.append(
        [method.method, "\(method.judges)", "\(method.images)", "\(method.trials)"]
          + ([method.rate] + intervals).map(decimals) + [decimals(method.publishedRate)])
    }
    return csv.data
  }

  /// Every two methods.
  static func pairs(_ analysis: StudyAnalysis) -> Data {
    var csv = CSVWriter(header: [
      "method_a", "method_b", "difference", "low", "high", "probability_a_above_b", "p_holm",
    ])
    for pair in analysis.pairs {
      csv.append(
        [pair.methodA, pair.methodB]
          + [
            pair.difference, pair.interval.low, pair.interval.high, pair.probabilityAbove,
            pair.pHolm,
          ].map(decimals))
    }
    return csv.data
  }

  /// What else is told of each method.
  static func measures(_ analysis: StudyAnalysis) -> Data {
    var csv = CSVWriter(header: [
      "method", "trials", "missing", "fooled", "rate_real_first", "rate_real_second", "hit_rate",
      "false_alarm_rate", "d_prime", "criterion", "judge_icc", "judge_sd", "image_icc", "image_sd",
      "design_effect", "pigeonhole_low", "pigeonhole_high", "nested_mean", "nested_sd",
      "reaction_ms", "reaction_fooled_ms", "reaction_right_ms",
    ])
    for method in analysis.methods {
      csv.append(
        [method.method, "\(method.trials)", "\(method.missing)", "\(method.fooled)"]
          + [
            method.rateRealFirst, method.rateRealSecond, method.detection.hitRate,
            method.detection.falseAlarmRate, method.detection.sensitivity,
            method.detection.criterion, method.betweenJudges?.intraclassCorrelation,
            method.betweenJudges?.standardDeviation, method.betweenImages?.intraclassCorrelation,
            method.betweenImages?.standardDeviation, method.designEffect, method.pigeonhole.low,
            method.pigeonhole.high, method.nested.mean, method.nested.standardDeviation,
          ].map(decimals)
          + [method.reactions.all, method.reactions.fooled, method.reactions.right]
          .map(milliseconds))
    }
    return csv.data
  }

  /// Bias and drift.
  static func checks(_ analysis: StudyAnalysis) -> Data {
    var csv = CSVWriter(header: ["check", "value", "low", "high", "p"])
    let named = [
      ("first_answers", analysis.checks.firstAnswers), ("drift_per_trial", analysis.checks.drift),
    ]
    for (name, mean) in named {
      csv.append(
        [name]
          + [mean?.value, mean?.interval.low, mean?.interval.high, mean?.p].map {
            $0.map { String(format: "%.8f", $0) } ?? ""
          })
    }
    return csv.data
  }

  /// Every judge.
  static func judges(_ records: [JudgeRecord]) -> Data {
    var csv = CSVWriter(header: [
      "judge", "trials", "answered", "fooled", "fooling_rate", "vigilance", "vigilance_missed",
      "reaction_ms", "excluded", "reason",
    ])
    for record in records {
      let rate =
        record.answered > 0 ? Double(record.fooled) / Double(record.answered) : nil
      csv.append([
        record.judge, "\(record.trials)", "\(record.answered)", "\(record.fooled)",
        decimals(rate), "\(record.vigilance)", "\(record.vigilanceMissed)",
        milliseconds(record.medianReaction), record.isExcluded ? "1" : "0",
        record.breaches.map(\.reason.rawValue).joined(separator: " "),
      ])
    }
    return csv.data
  }

  /// Every judge who is left out, and why: one line a reason.
  static func exclusions(_ records: [JudgeRecord]) -> Data {
    var csv = CSVWriter(header: ["judge", "reason", "value", "limit"])
    for record in records {
      for breach in record.breaches {
        csv.append([
          record.judge, breach.reason.rawValue, decimals(breach.value), decimals(breach.limit),
        ])
      }
    }
    return csv.data
  }

  /// Every image with every method.
  static func images(_ analysis: StudyAnalysis) -> Data {
    var csv = CSVWriter(header: [
      "image", "method", "trials", "fooled", "fooling_rate", "wilson_low", "wilson_high",
    ])
    for tally in analysis.images {
      let interval = Interval.wilson(successes: tally.fooled, trials: tally.trials)
      csv.append(
        [tally.image, tally.method, "\(tally.trials)", "\(tally.fooled)"]
          + [tally.rate, interval.low, interval.high].map(decimals))
    }
    return csv.data
  }

  private static func decimals(_ value: Double?) -> String {
    value.map { String(format: "%.6f", $0) } ?? ""
  }

  private static func milliseconds(_ value: Double?) -> String {
    value.map { String(format: "%.1f", $0) } ?? ""
  }
}
