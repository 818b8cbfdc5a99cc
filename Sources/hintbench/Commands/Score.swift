import ArgumentParser
import Experiments
import Foundation
import ImageMetrics
import Prose
import Reporting

/// Judges results that were made elsewhere.
struct Score: AsyncParsableCommand, QuietCommand {
  static let configuration = CommandConfiguration(
    abstract: "Judge folders of results made elsewhere: tables, paired differences, report.",
    discussion: """
      A folder holds one method's results at one number of points, NAME.png, NAME.jpg or NAME.npy \
      (a* and b*, shape (2,H,W), joined with the true lightness), for the NAME.* of TRUTH_DIR. It \
      is called METHOD, METHOD-POINTS or METHOD-ORACLE-POINTS, as 'run --save-pictures' calls it; a \
      RESULT_DIR may also hold such folders, or METHOD/POINTS/. --result names one in any other \
      place. Results are judged as 'measure' judges them. A result that is missing or cannot be \
      used is named and left out of means and pairs.
      """)

  @Argument(help: ArgumentHelp("The true pictures.", valueName: "truth-dir"))
  var truth: String

  @Argument(help: ArgumentHelp("Folders of results.", valueName: "result-dir"))
  var folders: [String] = []

  @Option(
    name: .customLong("result"),
    help: ArgumentHelp(
      "A method, its number of points and the folder of its results; once for each.",
      valueName: "method@points=dir"))
  var results: [String] = []

  @Option(help: "The folder to write tables and report into.")
  var output: String

  @Option(help: "Who revealed the points, where a folder's name does not say.")
  var oracle = "random"

  @Option(
    help: "Metrics with commas between them (default: all that judge pictures alone).")
  var metrics: String?

  @Option(help: "A study, or the name of one in Studies/, whose published numbers are compared.")
  var study: String?

  @Option(help: "Images to judge at a time (default: the cores).")
  var jobs: Int?

  @Flag(help: "Refuse results that are missing or cannot be used, instead of leaving them out.")
  var strict = false

  @OptionGroup var quiet: QuietOption

  func validate() throws {
    guard !folders.isEmpty || !results.isEmpty else {
      throw ValidationError("give RESULT_DIR, or --result METHOD@POINTS=DIR")
    }
    guard Revealer(name: oracle) != nil else {
      throw ValidationError(
        "unknown oracle '\(oracle)'"
          + NameSuggestion.hint(for: oracle, in: Revealer.all.map(\.name)))
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs should be at least 1") }
    _ = try judges()
  }

  func run() async throws {
    let studied = try study.map { try StudyFile.read(StudyLocator.path(of: $0, for: .run)) }
    let scorer = try Scorer(truth: truth, folders: found(), metrics: judges())
    Console.note("Results: \(Console.some(of: scorer.folders.map(\.label)))")
    let line = ProgressLine()
    let jobs = jobs ?? Threads.byDefault
    let task = Task {
      try await scorer.run(jobs: jobs) { line.show($0, of: "images") }
    }
    let interrupts = Interrupts(cancelling: task)
    let outcome = try await task.value
    interrupts.stop()
    if strict, !outcome.leftOut.isEmpty {
      throw ScoreError.incomplete(outcome.leftOut.map(\.line))
    }
    tell(outcome)
    let judged = ResultSet(scorer, outcome, study: studied)
    try WorkFolder.make(output)
    let written = try ResultReport.write(
      judged, choice: GalleryChoice(judged), pictures: ScorePictureSource(scorer),
      details: ReportDetails(
        subtitle: "Results made elsewhere,",
        skipped: outcome.leftOut.map { (name: $0.name, reason: $0.reason) },
        facts: scorer.facts(study: studied)), into: output)
    for note in written.notes { Console.note("Note: \(note)") }
    for line in written.summary { Console.result(line) }
    Console.result("Report: \(output)/report.html   Tables: \(output)/table.csv, results.csv")
  }

  private func found() throws -> [ResultFolder] {
    let given = try results.map { text in
      guard let folder = ResultFolder(parsing: text, oracle: oracle) else {
        throw ScoreError.badResult(text)
      }
      guard FileManager.default.fileExists(atPath: folder.path) else {
        throw ExperimentError.missing(folder.path)
      }
      return folder
    }
    return given
      + (try folders.flatMap { try ResultFolder.find(below: $0, oracle: oracle, except: truth) })
  }

  /// The metrics asked for, PSNR first.
  private func judges() throws -> [Metric] {
    let known = Scorer.metrics
    guard let metrics else { return known }
    let names = metrics.split(separator: ",").map(String.init)
    for name in names where !known.contains(where: { $0.name == name }) {
      guard !Metric.all.contains(where: { $0.name == name }) else {
        throw ValidationError(
          "--metrics: \(name) judges more than pictures; give some of "
            + known.map(\.name).joined(separator: ", "))
      }
      throw ValidationError(
        "--metrics: unknown metric '\(name)'"
          + NameSuggestion.hint(for: name, in: known.map(\.name)))
    }
    return known.filter { $0.name == Metric.psnr.name || names.contains($0.name) }
  }

  private func tell(_ outcome: Scorer.Outcome) {
    for remark in outcome.leftOut.prefix(Self.named) { Console.note("Left out: \(remark.line)") }
    if outcome.leftOut.count > Self.named {
      Console.note("Left out: \(outcome.leftOut.count - Self.named) more; the report names all")
    }
    if let first = outcome.resized.first {
      Console.note(
        "Note: results of another size than their truth: \(outcome.resized.count), such as "
          + first.line)
    }
  }

  /// Results left out that are named one by one.
  private static let named = 20
}
