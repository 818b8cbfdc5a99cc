import ArgumentParser
import PaintServer
import PaintStudy

/// Analyses what subjects painted.
struct PaintAnalyze: ParsableCommand, QuietCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Tell how subjects painted in each arm: points, offered colours, PSNR over time.",
    discussion: """
      Into the output folder go measures.csv (each arm, with intervals over subjects), differences.csv \
      (within subjects), psnr.csv and a figure of PSNR over time, suggestions.csv (ranks taken), \
      paintings.csv, and report.html with all results beside their true pictures.
      """)

  @Argument(help: "A design's folder.")
  var design: String

  @Option(help: "The database (default: that of subjects, else that of simulated painters).")
  var database: String?

  @OptionGroup var network: NetworkOptions

  @Option(help: "The folder to write into.")
  var output: String

  @OptionGroup var json: JSONOption

  @OptionGroup var quiet: QuietOption

  func run() throws {
    let records = try StudyRecords(design, database: database)
    let analysis = try PaintAnalysis(records, kit: network.kit())
    let outcome = try PaintAnalysisFolder.write(analysis, into: output)
    if let complaint = outcome.drawingComplaint {
      Console.note("Note: psnr.svg is not drawn: \(complaint) (apt-get install gnuplot-nox)")
    }
    if json.isOn { return try Console.json(Facts(analysis, outcome, folder: output)) }
    for finding in outcome.findings { Console.result(finding) }
    Console.result(
      "Report: \(output)/report.html   Tables: \(output)/measures.csv, differences.csv")
  }

  /// The results for programs: what measures.csv and differences.csv hold.
  private struct Facts: Encodable {
    let study: String
    let folder: String
    let isSimulated: Bool
    /// Finished pictures of the study proper.
    let pictures: Int
    let measures: [Row]
    /// Full less no recommendation, within subjects.
    let differences: [Row]
    let findings: [String]

    struct Row: Encodable {
      let measure: String
      let arm: String?
      let mean: Double
      let low: Double?
      let high: Double?
      let p: Double?
      let subjects: Int

      init(_ measure: PaintMeasure, _ arm: PaintingArm?, _ estimate: SubjectEstimate) {
        self.measure = measure.rawValue
        self.arm = arm?.rawValue
        mean = estimate.value
        (low, high) = (estimate.interval?.low, estimate.interval?.high)
        p = arm == nil ? estimate.p : nil
        subjects = estimate.subjects
      }
    }

    init(_ analysis: PaintAnalysis, _ outcome: PaintAnalysisFolder.Outcome, folder: String) {
      study = analysis.records.design.study
      self.folder = folder
      isSimulated = analysis.records.isSimulated
      pictures = analysis.pictures.count
      measures = PaintMeasure.allCases.flatMap { measure in
        PaintingArm.allCases.compactMap { arm in
          analysis.estimate(measure, arm).map { Row(measure, arm, $0) }
        }
      }
      differences = analysis.differences.map { Row($0.measure, nil, $0.estimate) }
      findings = outcome.findings
    }
  }
}
