import Experiments
import Reporting

/// The end of a run, a merge and a report: files written, and what they show.
enum Closing {
  /// Writes a folder's tables and report and says where they are.
  static func write(_ folder: RunFolder) throws {
    let run = try FinishedRun(folder: folder.path)
    let notes = try RunReport.write(run, ledger: folder.ledger)
    for note in notes { Console.note("Note: \(note)") }
    for line in try RunReport.summary(run, ledger: folder.ledger) { Console.result(line) }
    let shard = run.manifest.shard
    Console.result(
      shard == .whole
        ? "Report: \(folder.path)/report.html   Tables: \(folder.path)/table.csv, results.csv"
        : "Shard \(shard.index)/\(shard.count) is done; join all with: "
          + "hintbench merge RUN_DIR... --output DIR")
  }
}
