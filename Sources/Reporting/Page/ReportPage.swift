import Experiments
import Foundation
import ReportPages

/// A run as one HTML file that needs no network: figure, tables beside the published numbers,
/// pictures, and what it takes to check or repeat it.
struct ReportPage {
  let html: String

  /// Fills the template.
  ///
  /// - Parameter notes: gains a line for everything that had to be left out.
  init(run: FinishedRun, tables: RunTables, notes: inout [String]) throws {
    let study = run.plan.study
    let rows = tables.rows()
    let figure = try? String(contentsOfFile: run.folder + "/curves.svg", encoding: .utf8)
    let strips = PictureStrip.strips(of: tables, notes: &notes)
    var context: [String: Any] = [
      "title": study.title,
      "source": study.source,
      "study": study.name,
      "version": study.version,
      "images": run.plan.images.images.count,
      "summary": Self.summary(rows, study: study),
      "figure": figure.map(PageParts.inline) ?? "",
      "panels": study.revealers.compactMap {
        ReportTable(revealer: $0, rows: rows, study: study)?.context
      },
      "metrics": Self.metrics(of: tables, study: study),
      "stripTitle": Self.stripTitle(study.strip),
      "strips": strips.map { strip in
        [
          "rank": strip.rank, "image": strip.image,
          "cells": strip.cells.map { ["caption": $0.caption, "source": $0.source] },
        ] as [String: Any]
      },
      "skipped": run.manifest.skipped.map { ["name": $0.name, "reason": $0.reason] },
      "facts": Self.facts(run.manifest, study: study),
    ]
    // Mustache takes an empty text for something, so what there is not is left out.
    if let limit = run.manifest.limit {
      context["limit"] = "Only the first \(limit) images were run: this is not a result."
    }
    if !run.manifest.missingMethods.isEmpty {
      context["missing"] = run.manifest.missingMethods.joined(separator: ", ")
    }
    html = try ReportTemplate.render(context)
  }

  /// One sentence a method that beats the floor: what the figure shows, in words.
  static func summary(_ rows: [TableRow], study: Study) -> [String] {
    let strip = study.strip
    let there = rows.filter { $0.oracle == strip.revealer.name && $0.points == strip.points }
    guard let floor = there.first(where: { $0.method == "gray" }) else { return [] }
    return there.filter { $0.method != "gray" }.map { row in
      let where_ =
        strip.revealer.isOracle ? " at \(strip.points) \(strip.revealer.name) points" : ""
      guard row.mean.isFinite else {
        return "\(row.method) reproduces every picture exactly\(where_)."
      }
      let gain = row.mean - floor.mean
      return String(
        format: "%@ reaches %.2f dB%@, %.2f dB %@ gray, on %d images.", row.method, row.mean,
        where_, abs(gain), gain < 0 ? "below" : "above", row.images)
    }
  }

  /// Tables of all metrics but PSNR, under the first oracle where points are revealed.
  private static func metrics(of tables: RunTables, study: Study) -> [[String: Any]] {
    let metrics = tables.finished.first?.unit.metrics ?? []
    return metrics.enumerated().dropFirst().flatMap { index, metric in
      let rows = tables.rows(metric: index)
      return study.revealers.compactMap {
        ReportTable(revealer: $0, metric: metric, rows: rows, study: study)?.context
      }
    }
  }

  private static func stripTitle(_ strip: Study.Strip) -> String {
    switch strip.revealer {
    case .nothing: "Pictures without hints"
    case .everything: "Pictures with every true colour revealed"
    case .oracle(let kind): "Pictures at \(strip.points) points of the \(kind.rawValue) oracle"
    case .marks: "Pictures at their marked points"
    }
  }

  private static func facts(_ manifest: Manifest, study: Study) -> [[String: String]] {
    var facts = [
      ("HintBench", manifest.hintbench + (manifest.commit.map { ", commit \($0)" } ?? "")),
      ("study", "\(study.name), version \(study.version), SHA-256 \(study.hash)"),
      ("seed", "\(manifest.seed)"),
      ("images", manifest.imagesFolder ?? "embedded scenes, seed \(manifest.seed)"),
      ("processing size", "\(study.size)×\(study.size), stretched, Pillow's bilinear"),
      ("revealed patch", "\(study.patch)×\(study.patch), mean true ab"),
      ("machine", "\(manifest.environment.cpu), \(manifest.environment.cores) cores"),
      ("jobs", "\(manifest.jobs), one thread each"),
    ]
    facts += manifest.methods.map {
      ("method", "\($0.name), version \($0.version)" + ($0.weights.map { ", weights \($0)" } ?? ""))
    }
    facts += manifest.environment.libraries.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    return facts.map { ["name": $0.0, "value": $0.1] }
  }
}

extension Revealer {
  /// True for simulated users.
  var isOracle: Bool {
    if case .oracle = self { true } else { false }
  }
}
