import Experiments
import Foundation

/// Writes everything a run's folder holds besides its ledger.
public enum RunReport {
  /// Writes tables, figure, page and manifest of a run whose units are all done.
  ///
  /// A shard gets its tables only: the figure and the page come with `hintbench merge`.
  ///
  /// - Parameters:
  ///   - run: the run, as recorded in the folder's manifest.
  ///   - ledger: with every unit of the run's shard.
  /// - Returns: what could not be made and why, one line each; nothing of it spoils the tables.
  public static func write(_ run: FinishedRun, ledger: Ledger) throws -> [String] {
    let plan = run.plan
    let shard = run.manifest.shard
    let tables = try RunTables(plan: plan, units: plan.units(of: shard), ledger: ledger)
    var notes: [String] = []
    try write(tables.results(), "results.csv", run.folder)
    try write(tables.hints(), "hints.csv", run.folder)
    try write(tables.timings(), "timings.csv", run.folder)
    if shard == .whole {
      try write(tables.table(), "table.csv", run.folder)
      let plot = CurvePlot(
        study: plan.study, rows: tables.rows(), images: plan.images.images.count)
      try write(Data(plot.data.utf8), "curves.dat", run.folder)
      try write(Data(plot.script.utf8), "curves.gp", run.folder)
      if let complaint = CurvePlot.draw(in: run.folder) {
        notes.append("no curves drawn: \(complaint) (apt-get install gnuplot-nox)")
      }
      let page = try ReportPage(run: run, tables: tables, notes: &notes)
      try write(Data(page.html.utf8), "report.html", run.folder)
    }
    var manifest = run.manifest
    manifest.state = .complete
    try write(manifest.json(), Manifest.fileName, run.folder)
    return notes
  }

  /// What a finished run shows, in a few sentences; empty for a shard.
  public static func summary(_ run: FinishedRun, ledger: Ledger) throws -> [String] {
    guard run.manifest.shard == .whole else { return [] }
    let tables = try RunTables(plan: run.plan, units: run.plan.units, ledger: ledger)
    return ReportPage.summary(tables.rows(), study: run.plan.study)
  }

  private static func write(_ data: Data, _ name: String, _ folder: String) throws {
    let path = folder + "/" + name
    do {
      try data.write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw ExperimentError.unwritable(path, reason: error.localizedDescription)
    }
  }
}
