import ArgumentParser
import PerceptualAnalysis

/// Analyses the answers of a real-vs-fake study.
struct JudgeAnalyze: ParsableCommand, QuietCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Tell from answers how often each method fools people.",
    discussion: """
      Answers are a CSV file with the columns judge, position, kind, image, method, real_first, \
      answer, reaction_ms. Into the output folder go table2.csv (fooling rates), pairs.csv \
      (differences), measures.csv, checks.csv, judges.csv, exclusions.csv, images.csv, figures and \
      report.html. table2.csv leaves out whom the design's rule leaves out; table2-all.csv has \
      everybody.
      """)

  @Argument(help: "The file of answers.")
  var answers: String

  @Option(help: "The design's folder: answers must belong to it, and its pictures are shown.")
  var design: String?

  @Option(help: "Seed of the bootstrap draws.")
  var seed: UInt64 = 0

  @Option(help: "Folder for tables, figures and the report.")
  var output: String

  @OptionGroup var json: JSONOption

  @OptionGroup var quiet: QuietOption

  /// The command that analyses some answers, into a folder named after them.
  static func command(answers: String, design: String?) -> [String] {
    let stem = answers.hasSuffix(".csv") ? String(answers.dropLast(4)) : answers
    return ["judge", "analyze", answers] + (design.map { ["--design", $0] } ?? [])
      + ["--output", "\(stem)-analysis"]
  }

  func run() throws {
    let study = try JudgedStudy(file: answers, designFolder: design, seed: seed)
    let outcome = try AnalysisFolder.write(study, to: output)
    let excluded = study.records.filter(\.isExcluded)
    if !excluded.isEmpty {
      Console.note(
        "Note: \(excluded.count) of \(study.records.count) judges are left out; see exclusions.csv")
    }
    for note in outcome.notes { Console.note("Note: \(note)") }
    if json.isOn { return try Console.json(AnalysisFacts(study, outcome, folder: output)) }
    for line in outcome.findings { Console.result(line) }
    Console.result("Report: \(output)/report.html   Tables: \(output)/table2.csv, pairs.csv")
  }
}
