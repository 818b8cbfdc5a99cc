import Experiments
import Foundation

/// Writes everything a run's folder holds besides its ledger.
public enum RunReport {
  /// What there is to tell when a run's files are written.
  public struct Outcome: Sendable {
    /// The part of the plan in the folder.
    public let shard: Shard
    /// What the run shows, in a few sentences; empty for a part.
    public let summary: [String]
    /// What could not be made and why, one line each; nothing of it spoils the tables.
    public let notes: [String]
  }

  /// Writes tables, figure, page and manifest of a run whose units are all done.
  ///
  /// A shard gets its tables only: the figure and the page come with `hintbench merge`.
  ///
  /// - Parameter folder: the run's, whose ledger has every unit of the run's shard.
  /// - Returns: what there is to tell of the run.
  public static func write(_ folder: RunFolder) throws -> Outcome {
    let run = try FinishedRun(folder: folder.path)
    let plan = run.plan
    let shard = run.manifest.shard
    let tables = try RunTables(plan: plan, units: plan.units(of: shard), ledger: folder.ledger)
    var notes: [String] = []
    var summary: [String] = []
    try folder.write(tables.results(), to: "results.csv")
    try folder.write(tables.hints(), to: "hints.csv")
    try folder.write(tables.timings(), to: "timings.csv")
    if shard == .whole {
      try folder.write(tables.table(), to: "table.csv")
      try folder.write(tables.metricMeans(), to: "metrics.csv")
      let rows = tables.rows()
      summary = ReportPage.summary(rows, study: plan.study)
      let plot = CurvePlot(study: plan.study, rows: rows, images: plan.images.images.count)
      try folder.write(Data(plot.data.utf8), to: "curves.dat")
      try folder.write(Data(plot.script.utf8), to: "curves.gp")
      if let complaint = CurvePlot.draw(in: run.folder) {
        notes.append("no curves drawn: \(complaint) (apt-get install gnuplot-nox)")
      }
      let page = try ReportPage(run: run, tables: tables, notes: &notes)
      try folder.write(Data(page.html.utf8), to: "report.html")
    }
    var manifest = run.manifest
    manifest.state = .complete
    try folder.write(manifest.json(), to: Manifest.fileName)
    return Outcome(shard: shard, summary: summary, notes: notes)
  }
}
