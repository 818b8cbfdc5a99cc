import Foundation
import Tables

/// The tables of a run, from its plan and its ledger; equal inputs give equal bytes.
public struct RunTables: Sendable {
  /// The plan that the units are of.
  public let plan: Plan
  /// Units with their results, sorted by image, method and oracle.
  public let finished: [(unit: StudyUnit, result: UnitResult)]

  /// Collects results.
  ///
  /// - Parameters:
  ///   - plan: the whole plan.
  ///   - units: those to tabulate, all of which must be done.
  ///   - ledger: that holds their results.
  /// - Throws: ``ExperimentError/incomplete(missing:total:)`` when a unit is not done.
  public init(plan: Plan, units: [StudyUnit], ledger: Ledger) throws {
    self.plan = plan
    var missing: [String] = []
    var finished: [(unit: StudyUnit, result: UnitResult)] = []
    for unit in units {
      if let result = try ledger.result(of: unit.key) {
        finished.append((unit, result))
      } else {
        missing.append(unit.name)
      }
    }
    guard missing.isEmpty else {
      throw ExperimentError.incomplete(missing: missing, total: units.count)
    }
    self.finished = finished.sorted {
      ($0.unit.image.name, $0.unit.method.identity.name, $0.unit.revealer.name)
        < ($1.unit.image.name, $1.unit.method.identity.name, $1.unit.revealer.name)
    }
  }

  /// `results.csv`: one line an image, method, oracle and number of points.
  public func results() -> Data {
    let columns = finished.first?.unit.metrics.map(\.column) ?? []
    var csv = CSVWriter(header: ["study", "image", "method", "oracle", "points"] + columns)
    for (unit, result) in finished {
      for score in result.scores {
        csv.append(
          [plan.study.name] + keys(of: unit) + ["\(score.points)"]
            + score.values.map { $0.map { Self.decimal($0, digits: 6) } ?? "" })
      }
    }
    return csv.data
  }

  /// `hints.csv`: every point revealed; method `*` where all methods share the points.
  public func hints() -> Data {
    var csv = CSVWriter(
      header: ["image", "method", "oracle", "index", "row", "column", "size", "a", "b"])
    var shared: Set<[String]> = []
    for (unit, result) in finished where !result.hints.isEmpty {
      let key = [unit.image.name, unit.revealer.name]
      if unit.revealer.isShared, !shared.insert(key).inserted { continue }
      let method = unit.revealer.isShared ? "*" : unit.method.identity.name
      for (index, point) in result.hints.enumerated() {
        csv.append([
          unit.image.name, method, unit.revealer.name, "\(index)", "\(point.row)",
          "\(point.column)", "\(point.size)", "\(point.a)", "\(point.b)",
        ])
      }
    }
    return csv.data
  }

  /// `table.csv`: means over images beside the published figures.
  public func table() -> Data {
    var csv = CSVWriter(header: [
      "method", "oracle", "points", "images", "psnr_mean_db", "psnr_se_db", "published_db",
      "published_se_db",
    ])
    for row in rows() {
      csv.append([
        row.method, row.oracle, "\(row.points)", "\(row.images)",
        Self.decimal(row.mean, digits: 4),
        row.standardError.map { Self.decimal($0, digits: 4) } ?? "",
        row.published.map { Self.decimal($0.meanDB, digits: 3) } ?? "",
        row.published?.standardErrorDB.map { Self.decimal($0, digits: 3) } ?? "",
      ])
    }
    return csv.data
  }

  /// `metrics.csv`: means over images of every metric of the study.
  public func metricMeans() -> Data {
    var csv = CSVWriter(header: [
      "metric", "method", "oracle", "points", "images", "mean", "se",
    ])
    for (index, metric) in (finished.first?.unit.metrics ?? []).enumerated() {
      for row in rows(metric: index) {
        csv.append([
          metric.column, row.method, row.oracle, "\(row.points)", "\(row.images)",
          Self.decimal(row.mean, digits: 6),
          row.standardError.map { Self.decimal($0, digits: 6) } ?? "",
        ])
      }
    }
    return csv.data
  }

  /// `timings.csv`: seconds a unit; the one table that differs from run to run.
  public func timings() -> Data {
    var csv = CSVWriter(header: ["image", "method", "oracle", "points", "seconds"])
    for (unit, result) in finished {
      csv.append(
        keys(of: unit) + ["\(unit.points.last ?? 0)", Self.decimal(result.seconds, digits: 4)])
    }
    return csv.data
  }

  /// The table's rows, in the study's order of methods and oracles.
  ///
  /// - Parameter metric: its place among the study's metrics; PSNR is the first. Images of which it
  ///   has nothing to judge are left out.
  public func rows(metric: Int = 0) -> [TableRow] {
    var values: [[String]: [Int: [Double]]] = [:]
    for (unit, result) in finished {
      let key = [unit.method.identity.name, unit.revealer.name]
      for score in result.scores {
        guard let value = score.values[metric] else { continue }
        values[key, default: [:]][score.points, default: []].append(value)
      }
    }
    var rows: [TableRow] = []
    for method in plan.methods.map(\.identity.name) {
      for revealer in plan.study.revealers {
        for points in plan.study.points(for: revealer) {
          guard let found = values[[method, revealer.name]]?[points] else { continue }
          rows.append(
            TableRow(
              method: method, oracle: revealer.name, points: points, values: found,
              published: metric > 0
                ? nil
                : plan.study.published(method: method, revealer: revealer, points: points)))
        }
      }
    }
    return rows
  }

  private func keys(of unit: StudyUnit) -> [String] {
    [unit.image.name, unit.method.identity.name, unit.revealer.name]
  }

  /// A number with so many decimals; `inf` for infinity.
  static func decimal(_ value: Double, digits: Int) -> String {
    String(format: "%.\(digits)f", value)
  }
}
