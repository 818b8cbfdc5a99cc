import ArgumentParser
import Foundation
import PerceptualStudy
import Prose

/// Makes the design of a real-vs-fake study.
struct JudgeDesign: ParsableCommand, QuietCommand {
  static let configuration = CommandConfiguration(
    commandName: "design",
    abstract: "Design a study: pictures, exactly balanced schedules, texts.",
    discussion: """
      A study file such as Studies/table2.yaml says which folders are judged; an option replaces its \
      key, and without a file options say everything. A picture has the same name in every folder, \
      apart from its ending. The same study, pictures and seed give the same bytes. \
      Studies/table2-small.yaml is for a first try, with eight photographs and twelve judges.
      """)

  @Argument(help: "A study file, or the name of one in Studies/.")
  var study: String?

  @Option(help: "The folder of true pictures.")
  var truth: String?

  @Option(
    name: .customLong("method"),
    help: "A method and the folder of its pictures, NAME=DIR; once for each, instead of the file's."
  )
  var methods: [String] = []

  @Option(help: "Judges.")
  var judges: Int?

  @Option(help: "Main trials of each judge.")
  var trials: Int?

  @Option(help: "Practice trials of each judge, before and apart from the others.")
  var practice: Int?

  @Option(help: "Vigilance trials of each judge, among the main ones.")
  var vigilance: Int?

  @Option(help: "The longer side of the pictures as shown, in CSS pixels.")
  var imageSize: Int?

  @Option(help: "Replaces the study's seed.")
  var seed: UInt64?

  @Option(help: "The design's folder.")
  var output: String

  @Flag(help: "Make the design, tell of it, and leave nothing on the disk.")
  var dryRun = false

  @OptionGroup var json: JSONOption

  @OptionGroup var quiet: QuietOption

  func run() throws {
    var declaration =
      try study.map { try StudyDeclarationFile.read(StudyLocator.path(of: $0, for: .judge)) }
      ?? StudyDeclaration()
    let known = declaration.methods.map(\.name)
    try declaration.replaceMethods(methods)
    for method in declaration.methods.map(\.name) where !known.contains(method) {
      if let near = NameSuggestion.nearest(to: method, in: known) {
        Console.note("Note: the study file has no method '\(method)'; did you mean '\(near)'?")
      }
    }
    declaration.truth = truth ?? declaration.truth
    declaration.judges = judges ?? declaration.judges
    declaration.trials = trials ?? declaration.trials
    declaration.practice = practice ?? declaration.practice
    declaration.vigilance = vigilance ?? declaration.vigilance
    declaration.imageSize = imageSize ?? declaration.imageSize
    declaration.seed = seed ?? declaration.seed
    let designer = try StudyDesigner(declaration)
    let report = dryRun ? try designer.rehearse(for: output) : try designer.write(into: output)
    try tell(report)
  }

  /// Images left out that are named one by one.
  private static let named = 100

  private func tell(_ report: StudyDesigner.Report) throws {
    for image in report.leftOut.prefix(Self.named) {
      Console.note("Left out: '\(image.image.onOneLine)' \(image.reason.onOneLine)")
    }
    if report.leftOut.count > Self.named {
      Console.note(
        "Left out: \(report.leftOut.count - Self.named) more"
          + (dryRun ? "" : "; all are in \(output)/\(LeftOutTable.fileName)"))
    }
    if report.stretched > 0 {
      Console.note(
        "Note: \(report.stretched == 1 ? "1 image has" : "\(report.stretched) images have") a picture "
          + "of another shape than the true one; it is stretched to it")
    }
    if report.unjudged > 0 {
      Console.note(
        "Note: \(report.unjudged) of \(report.balance.cells.count) pairs of image and method are "
          + "judged by nobody; more judges, or fewer images, would change that")
    }
    if let complaint = report.drawingComplaint {
      Console.note(
        "Note: no picture of the balance drawn: \(complaint) (apt-get install gnuplot-nox)")
    }
    if report.wasThere { Console.note("\(output) holds this very design already") }
    let design = report.design
    let trials = design.schedules.first?.trials.count ?? 0
    Console.note(
      "\(design.study): \(Self.number(design.schedules.count, "judge")), "
        + "\(Self.number(trials, "trial")) each, \(Self.number(design.pictures.count, "image")), "
        + "\(Self.number(design.methods.count, "method"))")
    for promise in report.balance.promises {
      Console.note("  \(promise.property): \(promise.found) (at most \(promise.allowed))")
    }
    if json.isOn {
      try Console.json(DesignFacts(report, folder: dryRun ? nil : output))
    } else if dryRun {
      Console.result("Nothing is written (--dry-run)   Hash: \(design.hash)")
    } else {
      Console.result("Design: \(output)/design.json   Hash: \(design.hash)")
    }
    if !dryRun { NextSteps.tell(next(design)) }
  }

  /// What can be done with a design; rates that no paper states are examples, each a little higher.
  private func next(_ design: StudyDesign) -> [[String]] {
    let rates = design.methods.enumerated().map { index, method in
      "\(method.name)=\(method.publishedRate ?? Double(min(20 + 5 * index, 90)) / 100)"
    }
    var output = output
    while output.count > 1, output.hasSuffix("/") { output.removeLast() }
    return [
      ["judge", "power", output, "--rates"] + rates,
      ["judge", "serve", output],
      [
        "judge", "simulate", output, "--judges", "\(design.schedules.count)", "--output",
        "\(output)-answers.csv",
      ],
      ["judge", "export", output, "--format", "static", "--output", "\(output)-static"],
    ]
  }

  /// `1 judge`, `2 judges`.
  private static func number(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
