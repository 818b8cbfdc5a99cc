import ArgumentParser
import Foundation
import PaintStudy
import Prose

/// Makes the design of a painting study.
struct PaintDesign: ParsableCommand, QuietCommand {
  static let configuration = CommandConfiguration(
    commandName: "design",
    abstract: "Design a painting study: who colours which picture, in which arm, in which order.",
    discussion: """
      A study file such as Studies/novices.yaml says how many subjects paint how many pictures and how \
      long; an option replaces its key. Studies/novices-small.yaml is for a first try, with eight \
      photographs and four subjects. Without --images embedded scenes are painted. The folder holds \
      assignments.csv, balance.csv, the pictures and design.json; the same study, pictures and seed \
      give the same bytes.
      """)

  @Argument(help: "A study file, or the name of one in Studies/.")
  var study: String

  @Option(help: "A folder of PNG and JPEG pictures.")
  var images: String?

  @Option(help: "Subjects.")
  var subjects: Int?

  @Option(help: "Pictures that each subject paints in each arm.")
  var pictures: Int?

  @Option(help: "Seconds for a picture.")
  var seconds: Int?

  @Option(help: "The method that paints; see 'hintbench methods'.")
  var method: String?

  @Option(help: "Replaces the study's seed.")
  var seed: UInt64?

  @Option(help: "The design's folder.")
  var output: String

  @Flag(help: "Check everything and tell of the design, but write nothing.")
  var dryRun = false

  @OptionGroup var json: JSONOption

  @OptionGroup var quiet: QuietOption

  func run() throws {
    var declaration = try PaintStudyFile.read(StudyLocator.path(of: study, for: .paint))
    declaration.images = images ?? declaration.images
    declaration.subjects = subjects ?? declaration.subjects
    declaration.pictures = pictures ?? declaration.pictures
    declaration.seconds = seconds ?? declaration.seconds
    declaration.method = method ?? declaration.method
    declaration.seed = seed ?? declaration.seed
    let report = try PaintStudyDesigner(declaration).write(into: output, isDry: dryRun)
    try tell(report)
  }

  /// Pictures left out that are named one by one.
  private static let named = 20

  private func tell(_ report: PaintStudyDesigner.Report) throws {
    for picture in report.leftOut.prefix(Self.named) {
      Console.note("Left out: '\(picture.name.onOneLine)' \(picture.reason.onOneLine)")
    }
    if report.leftOut.count > Self.named {
      Console.note("Left out: \(report.leftOut.count - Self.named) more")
    }
    let unpainted = report.balance.cells.count { $0.paintings == 0 }
    if unpainted > 0 {
      Console.note(
        "Note: \(unpainted) of \(report.balance.cells.count) pairs of image and arm are painted by "
          + "nobody; more subjects would")
    }
    if report.wasThere { Console.note("\(output) holds this very design already") }
    let design = report.design
    Console.note(
      "\(design.study): \(design.subjects.count) subjects, "
        + "\(design.subjects.first?.tasks.count ?? 0) pictures each, \(design.pictures.count) images"
    )
    for promise in report.balance.promises {
      Console.note(
        "  \(promise.property): \(number(promise.found)) (at most \(number(promise.allowed)))")
    }
    if json.isOn {
      try Console.json(Facts(report, folder: dryRun ? nil : output))
    } else if dryRun {
      Console.result("Nothing is written (--dry-run)   Hash: \(design.hash)")
    } else {
      Console.result("Design: \(output)/design.json   Hash: \(design.hash)")
    }
    guard !dryRun else { return }
    NextSteps.tell([["paint", "serve", output], ["paint", "simulate", output]])
  }

  private func number(_ value: Double) -> String { String(format: "%g", value) }

  /// The result for programs.
  private struct Facts: Encodable {
    let study: String
    /// Where it is; nil where nothing was written.
    let folder: String?
    let hash: String
    let subjects: Int
    /// Pictures of each subject, training included.
    let tasks: Int
    let images: [String]
    let training: [String]
    let leftOut: [LeftOut]
    let wasThere: Bool

    struct LeftOut: Encodable {
      let name: String
      let reason: String
    }

    init(_ report: PaintStudyDesigner.Report, folder: String?) {
      let design = report.design
      study = design.study
      self.folder = folder
      hash = design.hash
      subjects = design.subjects.count
      tasks = design.subjects.first?.tasks.count ?? 0
      images = design.pictures.map(\.image)
      training = (design.subjects.first?.tasks ?? []).filter { $0.kind == .training }.map(\.image)
      leftOut = report.leftOut.map { LeftOut(name: $0.name, reason: $0.reason) }
      wasThere = report.wasThere
    }
  }
}
