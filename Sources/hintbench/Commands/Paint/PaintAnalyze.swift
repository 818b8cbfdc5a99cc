import ArgumentParser
import PaintStudy

/// Analyses what subjects painted.
struct PaintAnalyze: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Tell how subjects painted in each arm: points, offered colours, PSNR over time.",
    discussion: """
      Into the output folder go measures.csv (each arm, with intervals over subjects), differences.csv \
      (within subjects), psnr.csv and a figure of PSNR over time, suggestions.csv (ranks taken), \
      paintings.csv and report.html.
      """)

  @Argument(help: "A design's folder.")
  var design: String

  @Option(help: "The database (default: that of subjects, else that of simulated painters).")
  var database: String?

  @OptionGroup var network: NetworkOptions

  @Option(help: "The folder to write into.")
  var output: String

  func run() throws {
    let records = try StudyRecords(design, database: database)
    let analysis = try PaintAnalysis(records, kit: network.kit())
    let outcome = try PaintAnalysisFolder.write(analysis, into: output)
    if let complaint = outcome.drawingComplaint {
      Console.note("Note: psnr.svg is not drawn: \(complaint) (apt-get install gnuplot-nox)")
    }
    for finding in outcome.findings { Console.result(finding) }
    Console.result(
      "Report: \(output)/report.html   Tables: \(output)/measures.csv, differences.csv")
  }
}
