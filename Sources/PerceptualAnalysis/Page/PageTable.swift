import Foundation

/// A table of the report.
struct PageTable {
  let title: String
  let head: [String]
  let rows: [[String]]
  let note: String

  /// What the template asks for.
  var context: [String: Any] {
    [
      "title": title, "head": head, "note": note, "isFilled": !rows.isEmpty,
      "rows": rows.map { ["name": $0.first ?? "", "cells": Array($0.dropFirst())] },
    ]
  }

  /// The tables of a study, in the page's order.
  static func tables(_ study: JudgedStudy) -> [PageTable] {
    var tables = [
      rates(study.kept, title: "Fooling rates"), pairs(study.kept), details(study.kept),
      procedure(study.kept.checks), exclusions(study),
    ]
    if study.kept.pairs.isEmpty { tables.remove(at: 1) }
    if study.records.contains(where: \.isExcluded) {
      tables.append(rates(study.all, title: "Fooling rates with everybody"))
    }
    return tables
  }

  private static func rates(_ analysis: StudyAnalysis, title: String) -> PageTable {
    let measured = analysis.methods.map { method in
      [
        method.method, "\(method.judges)", "\(method.images)", "\(method.trials)",
        share(method.rate), Conclusion.range(method.cluster), Conclusion.range(method.wilson),
        Conclusion.range(method.pooled), method.publishedRate.map(share) ?? "",
      ]
    }
    let published = PublishedRates.zhang2017.map { row in
      ["\(row.name) (Zhang et al. 2017)", "", "", "", "", "", "", "", row.rate]
    }
    return PageTable(
      title: title,
      head: [
        "%", "judges", "images", "trials", "fooling rate", "over judges and images",
        "Wilson", "pooled", "published",
      ],
      rows: measured + published,
      note:
        "A trial fools when the real picture is named as the fake; 50 is guessing. Intervals are "
        + "95 %. The first is the headline: the two-way cluster bootstrap over judges and images, "
        + "corrected for what it counts twice. Wilson's and the pooled one, which the paper gives, "
        + "take all trials for independent. Other pictures and other judges give other rates: "
        + "published ones are no target.")
  }

  private static func pairs(_ analysis: StudyAnalysis) -> PageTable {
    PageTable(
      title: "Differences",
      head: ["A − B", "difference", "interval", "P(A > B)", "P(A > B), nested", "p (Holm)"],
      rows: analysis.pairs.map { pair in
        [
          "\(pair.methodA) − \(pair.methodB)", share(pair.difference),
          Conclusion.range(pair.interval),
          String(format: "%.4f", pair.probabilityAbove),
          String(format: "%.4f", pair.nestedProbabilityAbove), Conclusion.probability(pair.pHolm),
        ]
      },
      note: "In percentage points; both methods from the same draws. Nested: the old tool's "
        + "bootstrap of judges, then their trials.")
  }

  private static func details(_ analysis: StudyAnalysis) -> PageTable {
    PageTable(
      title: "Errors, sensitivity, spread and times",
      head: [
        "", "fooled, real first", "fooled, real second", "d′", "bias c", "judges' SD",
        "judges' ICC", "images' SD", "images' ICC", "design effect", "nested bootstrap",
        "median time, fooled", "right",
      ],
      rows: analysis.methods.map { method in
        [
          method.method, share(method.rateRealFirst), share(method.rateRealSecond),
          number(method.detection.sensitivity), number(method.detection.criterion),
          share(method.betweenJudges?.standardDeviation),
          number(method.betweenJudges?.intraclassCorrelation),
          share(method.betweenImages?.standardDeviation),
          number(method.betweenImages?.intraclassCorrelation), number(method.designEffect),
          "\(share(method.nested.mean)) ±\(share(method.nested.standardDeviation))",
          time(method.reactions.fooled), time(method.reactions.right),
        ]
      },
      note: "Rates and standard deviations in percent. c above 0 is a liking for \"first\". The "
        + "nested bootstrap is the old tool's: mean ± standard deviation.")
  }

  private static func procedure(_ checks: StudyChecks) -> PageTable {
    func row(_ name: String, _ mean: ClusteredMean?, scale: Double) -> [String] {
      guard let mean else { return [name, "", "", ""] }
      let ends = [mean.interval.low, mean.interval.high].map { number(scale * $0) }
      return [
        name, number(scale * mean.value), ends.joined(separator: " to "),
        Conclusion.probability(mean.p),
      ]
    }
    return PageTable(
      title: "Checks of the procedure", head: ["", "value", "interval", "p"],
      rows: [
        row("answers \"first\" (%), against 50", checks.firstAnswers, scale: 100),
        row("drift of the rate (points every ten trials), against 0", checks.drift, scale: 1000),
        ["median reaction time", time(checks.reactions.all), "", ""],
        ["judges' ICC, all methods", number(checks.betweenJudges?.intraclassCorrelation), "", ""],
      ],
      note: "Intervals take a judge's answers as belonging together.")
  }

  private static func exclusions(_ study: JudgedStudy) -> PageTable {
    let rule = study.rule
    let out = study.records.filter(\.isExcluded)
    // Where nobody had a vigilance trial, nothing is said of them.
    let isWatched = study.records.contains { $0.vigilance > 0 }
    func watched<Value>(_ value: Value) -> [Value] { isWatched ? [value] : [] }
    let vigilance =
      isWatched ? "at most \(share(rule.missedVigilance)) % of vigilance trials missed, " : ""
    return PageTable(
      title: "Left out: \(out.count) of \(study.records.count) judges",
      head: ["judge", "answered"] + watched("vigilance missed") + ["median time", "why"],
      rows: out.map { record in
        [record.judge, "\(record.answered) of \(record.trials)"]
          + watched("\(record.vigilanceMissed) of \(record.vigilance)")
          + [
            time(record.medianReaction),
            record.breaches.map(\.reason.rawValue).joined(separator: ", "),
          ]
      },
      note: "The rule, fixed in the design: \(vigilance)at least \(share(rule.answeredMain)) % of "
        + "main trials answered, a median reaction of at least \(time(rule.medianReaction)).")
  }

  private static func share(_ value: Double?) -> String {
    value.map { String(format: "%.2f", 100 * $0) } ?? ""
  }

  private static func number(_ value: Double?) -> String {
    value.map { String(format: "%.2f", $0) } ?? ""
  }

  private static func time(_ milliseconds: Double?) -> String {
    milliseconds.map { String(format: "%.0f ms", $0) } ?? ""
  }
}
