import Files
import Foundation
import ImageMetrics
import Tables

/// What the units of a run found, and the tables that only a run has; equal inputs give equal bytes.
public struct RunTables: Sendable {
  /// The plan that the units are of.
  public let plan: Plan
  /// Units with their results, sorted by image, method and oracle.
  public let finished: [(unit: StudyUnit, result: UnitResult)]
  /// The judged results, for all other tables and reports.
  public let results: ResultSet

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
      (ExactName($0.unit.image.name), $0.unit.method.identity.name, $0.unit.revealer.name)
        < (ExactName($1.unit.image.name), $1.unit.method.identity.name, $1.unit.revealer.name)
    }
    results = ResultSet(plan: plan, finished: self.finished)
  }

  /// `hints.csv`: every point revealed; method `*` where all methods share the points.
  public func hints() -> Data {
    var csv = CSVWriter(
      header: ["image", "method", "oracle", "index", "row", "column", "size", "a", "b"])
    var shared: Set<[ExactName]> = []
    for (unit, result) in finished where !result.hints.isEmpty {
      let key = [ExactName(unit.image.name), ExactName(unit.revealer.name)]
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

  /// `timings.csv`: seconds a unit; the one table that differs from run to run.
  public func timings() -> Data {
    var csv = CSVWriter(header: ["image", "method", "oracle", "points", "seconds"])
    for (unit, result) in finished {
      csv.append([
        unit.image.name, unit.method.identity.name, unit.revealer.name,
        "\(unit.points.last ?? 0)", String(format: "%.4f", result.seconds),
      ])
    }
    return csv.data
  }
}

extension ResultSet {
  /// The results of a run's units.
  init(plan: Plan, finished: [(unit: StudyUnit, result: UnitResult)]) {
    let study = plan.study
    let scores = finished.flatMap { unit, result in
      result.scores.map { score in
        Score(
          image: unit.image.name, method: unit.method.identity.name, oracle: unit.revealer.name,
          points: score.points, values: score.values)
      }
    }
    self.init(
      study: study.name, title: study.title, source: study.source, metrics: study.judges,
      mainMetric: study.mainMetric, methods: study.methods, floor: study.floor,
      conditions: study.revealers.map {
        Condition(oracle: $0.name, points: study.points(for: $0))
      },
      published: study.published,
      greyImages: plan.images.images.filter(\.isGrey).map(\.name), scores: scores)
  }
}

extension Study {
  /// The metrics that ``Study/metrics`` names, in the order of columns.
  var judges: [Metric] {
    metrics.compactMap { name in Metric.all.first { $0.name == name } }
  }
}
