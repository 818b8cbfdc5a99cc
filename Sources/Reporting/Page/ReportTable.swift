import Experiments
import Foundation
import ImageMetrics

/// A table of the page: a row a method or a pair, a column a number of points or an oracle.
struct ReportTable {
  let title: String
  let corner: String
  let columns: [String]
  var lines: [Line]

  struct Line {
    let name: String
    /// The row's class in the style sheet.
    let style: String
    let cells: [Cell]
  }

  /// A cell's number, and smaller lines below it.
  struct Cell {
    let number: String
    var details: [String] = []

    static let empty = Cell(number: "")
  }

  /// What the template asks for.
  var context: [String: Any] {
    [
      "title": title, "corner": corner, "columns": columns,
      "lines": lines.map { line in
        [
          "name": line.name, "style": line.style,
          "cells": line.cells.map {
            ["number": $0.number, "details": $0.details] as [String: Any]
          },
        ] as [String: Any]
      },
    ]
  }
}

/// Tables of means.
extension ReportTable {
  /// A table for every oracle with several numbers of points, and one for all the others together.
  static func means(metric: Int, of results: ResultSet) -> [ReportTable] {
    let series = results.conditions.filter(\.isSeries)
    let single = results.conditions.filter { !$0.isSeries }
    let tables = series.map { condition in
      ReportTable(
        title: condition.title, metric: metric, results: results,
        columns: condition.points.map { ("\($0)", condition.oracle, $0) })
    }
    let together = ReportTable(
      title: Self.title(single), metric: metric, results: results,
      columns: single.flatMap { condition in
        condition.points.map { (condition.title, condition.oracle, $0) }
      })
    return (tables + [together]).filter { !$0.lines.isEmpty }
  }

  private init(
    title: String, metric: Int, results: ResultSet,
    columns: [(name: String, oracle: String, points: Int)]
  ) {
    let display = results.metrics[metric].display
    self.title = title
    corner = Self.corner(results.metrics[metric], unit: display.unit)
    self.columns = columns.map(\.name)
    let rows = results.rows(metric: metric)
    let colored = results.rows(metric: metric, withGrey: false)
    lines = results.methods.flatMap { method -> [Line] in
      func line(_ name: String, _ style: String, _ cell: (String, Int) -> Cell?) -> Line? {
        let cells = columns.map { cell($0.oracle, $0.points) }
        guard cells.contains(where: { $0 != nil }) else { return nil }
        return Line(name: name, style: style, cells: cells.map { $0 ?? .empty })
      }
      func mean(_ rows: [TableRow], _ oracle: String, _ points: Int) -> Cell? {
        rows.first { $0.method == method && $0.oracle == oracle && $0.points == points }
          .map { Self.cell($0.mean, $0.standardError, display) }
      }
      let source = results.published.first {
        $0.method == method && $0.metric == results.metrics[metric].name
      }?.source
      return [
        line(MethodCatalog.title(of: method), "measured") { mean(rows, $0, $1) },
        results.greyImages.isEmpty
          ? nil
          : line("\(method), without the grey images", "published") { mean(colored, $0, $1) },
        line("\(method), published: \(source ?? "")", "published") { oracle, points in
          results.published(method: method, oracle: oracle, points: points, metric: metric)
            .map { Self.cell($0.mean, $0.standardError, display) }
        },
      ].compactMap { $0 }
    }
  }

  private static func cell(
    _ mean: Double, _ standardError: Double?, _ display: Metric.Display
  ) -> Cell {
    Cell(
      number: display.number(mean),
      details: mean.isFinite
        ? [standardError.map { "±" + display.number($0) }].compactMap { $0 } : [])
  }

  /// Over a table of some oracles, whose columns name them where they are several.
  private static func title(_ conditions: [ResultSet.Condition]) -> String {
    conditions.count == 1 ? conditions[0].title : "By what is revealed"
  }

  private static func corner(_ metric: Metric, unit: String) -> String {
    metric.label + (unit.isEmpty ? "" : ", \(unit)")
      + (metric.higherIsBetter ? "" : " (less is better)")
  }
}

/// Tables of paired differences.
extension ReportTable {
  /// The most numbers of points that a table of differences shows.
  private static let most = 10
  /// Those it chooses from more.
  private static let usual = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500]

  /// What every method adds over the floor; nothing where there is no floor.
  static func gains(
    metric: Int, of results: ResultSet, pairs: [PairedComparison]
  ) -> [ReportTable] {
    guard let floor = results.floor else { return [] }
    let seen = pairs.filter { [$0.method, $0.versus].contains(floor) }
      .map { $0.versus == floor ? $0 : $0.exchanged }
    return tables(metric: metric, of: results, pairs: seen) { $0.method }
  }

  /// Every two methods, the floor aside.
  static func pairs(
    metric: Int, of results: ResultSet, pairs: [PairedComparison]
  ) -> [ReportTable] {
    let others = pairs.filter { ![$0.method, $0.versus].contains(results.floor) }
    return tables(metric: metric, of: results, pairs: others) { "\($0.method) − \($0.versus)" }
  }

  /// A table for every oracle with several numbers of points, and one for all the others together.
  private static func tables(
    metric: Int, of results: ResultSet, pairs: [PairedComparison],
    name: (PairedComparison) -> String
  ) -> [ReportTable] {
    let series = results.conditions.filter(\.isSeries).map { [$0] }
    return (series + [results.conditions.filter { !$0.isSeries }]).compactMap { conditions in
      ReportTable(
        metric: metric, results: results, conditions: conditions, pairs: pairs, name: name)
    }
  }

  /// A row for every name, a column for every number of points; nil where nothing is paired.
  private init?(
    metric: Int, results: ResultSet, conditions: [ResultSet.Condition],
    pairs: [PairedComparison], name: (PairedComparison) -> String
  ) {
    let oracles = conditions.map(\.oracle)
    let metricPairs = pairs.filter { $0.metric == metric && oracles.contains($0.oracle) }
    guard !metricPairs.isEmpty else { return nil }
    let display = results.metrics[metric].display
    let places = conditions.flatMap { condition in
      Self.shown(condition.points).map { (condition: condition, points: $0) }
    }
    title = Self.title(conditions)
    corner = Self.corner(results.metrics[metric], unit: display.differenceUnit)
    columns = places.map { $0.condition.isSeries ? "\($0.points)" : $0.condition.title }
    var names: [String] = []
    for pair in metricPairs where !names.contains(name(pair)) { names.append(name(pair)) }
    lines = names.map { row in
      let mine = metricPairs.filter { name($0) == row }
      return Line(
        name: row, style: "measured",
        cells: places.map { place in
          mine.first { $0.oracle == place.condition.oracle && $0.points == place.points }
            .map { Self.cell($0, display) } ?? .empty
        })
    }
  }

  private static func cell(_ pair: PairedComparison, _ display: Metric.Display) -> Cell {
    let interval = pair.interval.map {
      "\(display.signed($0.low)) … \(display.signed($0.high))"
    }
    let won = String(format: "better on %.0f %%", 100 * pair.wonShare)
    return Cell(
      number: display.signed(pair.meanDifference), details: [interval, won].compactMap { $0 })
  }

  /// All numbers of points where they are few, else the usual ones and the last.
  private static func shown(_ points: [Int]) -> [Int] {
    guard points.count > most, let last = points.last else { return points }
    return points.filter { usual.contains($0) || $0 == last }
  }
}
