import ArgumentParser
import Foundation
import PerceptualStudy
import Prose

/// Makes the design of a real-vs-fake study.
struct JudgeDesign: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "design",
    abstract: "Design a study: pictures, exactly balanced schedules, texts.",
    discussion: """
      A study file such as Studies/table2.yaml says which folders are judged; an option replaces its \
      key, and without a file options say everything. A picture has the same name in every folder, \
      apart from its ending. The same study, pictures and seed give the same bytes.
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

  func run() throws {
    var declaration =
      try study.map { try StudyDeclarationFile.read(StudyLocator.path(of: $0)) }
      ?? StudyDeclaration()
    try declaration.replaceMethods(methods)
    declaration.truth = truth ?? declaration.truth
    declaration.judges = judges ?? declaration.judges
    declaration.trials = trials ?? declaration.trials
    declaration.practice = practice ?? declaration.practice
    declaration.vigilance = vigilance ?? declaration.vigilance
    declaration.imageSize = imageSize ?? declaration.imageSize
    declaration.seed = seed ?? declaration.seed
    let report = try StudyDesigner(declaration).write(into: output)
    tell(report)
  }

  /// Images left out that are named one by one.
  private static let named = 5

  private func tell(_ report: StudyDesigner.Report) {
    for image in report.leftOut.prefix(Self.named) {
      Console.note("Left out: '\(image.image.onOneLine)' \(image.reason.onOneLine)")
    }
    if report.leftOut.count > Self.named {
      Console.note("Left out: \(report.leftOut.count - Self.named) more")
    }
    if report.stretched > 0 {
      Console.note(
        "Note: \(report.stretched) images have a picture of another shape than the true one; it is "
          + "stretched to it")
    }
    if report.unjudged > 0 {
      Console.note(
        "Note: \(report.unjudged) of \(report.balance.cells.count) pairs of image and method are "
          + "judged by nobody; more judges or fewer images would")
    }
    if let complaint = report.drawingComplaint {
      Console.note(
        "Note: no picture of the balance drawn: \(complaint) (apt-get install gnuplot-nox)")
    }
    if report.wasThere { Console.note("\(output) holds this very design already") }
    let design = report.design
    let trials = design.schedules.first?.trials.count ?? 0
    Console.note(
      "\(design.study): \(design.schedules.count) judges, \(trials) trials each, "
        + "\(design.pictures.count) images, \(design.methods.count) methods")
    for promise in report.balance.promises {
      Console.note("  \(promise.property): \(promise.found) (at most \(promise.allowed))")
    }
    Console.result("Design: \(output)/design.json   Hash: \(design.hash)")
  }
}
