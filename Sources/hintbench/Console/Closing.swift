import Experiments
import Reporting

/// The end of a run, a merge and a report: files written, and what they show.
enum Closing {
  /// Writes a folder's tables and report and says where they are.
  static func write(_ folder: RunFolder) throws {
    let line = ProgressLine()
    let outcome = try RunReport.write(folder) { line.show($0, of: "images drawn for the report") }
    for note in outcome.notes { Console.note("Note: \(note)") }
    for line in outcome.summary { Console.result(line) }
    let shard = outcome.shard
    Console.result(
      shard == .whole
        ? "Report: \(folder.path)/report.html   Tables: \(folder.path)/table.csv, results.csv"
        : "Shard \(shard.index)/\(shard.count) is done; join all with: "
          + "hintbench merge RUN_DIR... --output DIR")
  }
}
