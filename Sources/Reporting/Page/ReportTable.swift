import Experiments
import Foundation
import ImageMetrics

/// The table under one oracle: a row a method, measured and published, a column a number of points.
struct ReportTable {
  private let title: String
  private let corner: String
  private let counts: [Int]
  private let lines: [Line]

  private struct Line {
    let name: String
    let style: String
    let cells: [String]
  }

  /// The table of a metric, with the published figures where it is PSNR; nil when nothing was judged
  /// under the oracle.
  init?(revealer: Revealer, metric: Metric = .psnr, rows: [TableRow], study: Study) {
    let mine = rows.filter { $0.oracle == revealer.name }
    guard !mine.isEmpty else { return nil }
    title =
      switch revealer {
      case .nothing: "No hints"
      case .everything: "Every true colour revealed"
      case .oracle(let kind): "Revealed points, \(kind.rawValue) oracle"
      case .marks: "Points at the figures' marks"
      }
    let isPSNR = metric.name == Metric.psnr.name
    corner = metric.unit.isEmpty ? metric.name : "\(isPSNR ? "PSNR" : metric.name), \(metric.unit)"
    let digits = isPSNR ? 2 : 3
    let counts = study.points(for: revealer)
    self.counts = counts
    var lines: [Line] = []
    for method in study.methods {
      let measured = mine.filter { $0.method == method }
      if !measured.isEmpty {
        let cells = counts.map { count in
          measured.first { $0.points == count }
            .map { Self.cell($0.mean, $0.standardError, digits: digits) } ?? ""
        }
        lines.append(Line(name: method, style: "measured", cells: cells))
      }
      let published = study.published.first { $0.method == method && $0.revealer == revealer.name }
      guard isPSNR, let published, counts.contains(where: { published.figure(at: $0) != nil })
      else {
        continue
      }
      let cells = counts.map { count in
        published.figure(at: count).map { Self.cell($0.meanDB, $0.standardErrorDB, digits: digits) }
          ?? ""
      }
      lines.append(
        Line(name: "\(method), published: \(published.source)", style: "published", cells: cells))
    }
    self.lines = lines
  }

  /// What the template asks for.
  var context: [String: Any] {
    [
      "title": title, "corner": corner, "counts": counts.map(String.init),
      "lines": lines.map {
        ["name": $0.name, "style": $0.style, "cells": $0.cells] as [String: Any]
      },
    ]
  }

  private static func cell(_ mean: Double, _ standardError: Double?, digits: Int) -> String {
    guard mean.isFinite else { return "∞" }
    let error = standardError.map { String(format: " ±%.\(digits)f", $0) }
    return String(format: "%.\(digits)f", mean) + (error ?? "")
  }
}
