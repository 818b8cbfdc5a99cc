import ArgumentParser
import Foundation
import PaintStudy
import Prose

/// Makes the design of a painting study.
struct PaintDesign: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "design",
    abstract: "Design a painting study: who colours which picture, in which arm, in which order.",
    discussion: """
      A study file such as Studies/novices.yaml says how many subjects paint how many pictures and how \
      long; an option replaces its key. Without --images embedded scenes are painted. The folder holds \
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

  func run() throws {
    var declaration = try PaintStudyFile.read(StudyLocator.path(of: study))
    declaration.images = images ?? declaration.images
    declaration.subjects = subjects ?? declaration.subjects
    declaration.pictures = pictures ?? declaration.pictures
    declaration.seconds = seconds ?? declaration.seconds
    declaration.method = method ?? declaration.method
    declaration.seed = seed ?? declaration.seed
    tell(try PaintStudyDesigner(declaration).write(into: output))
  }

  /// Pictures left out that are named one by one.
  private static let named = 5

  private func tell(_ report: PaintStudyDesigner.Report) {
    for picture in report.leftOut.prefix(Self.named) {
      Console.note("Left out: '\(picture.name.onOneLine)' \(picture.reason.onOneLine)")
    }
    if report.leftOut.count > Self.named {
      Console.note("Left out: \(report.leftOut.count - Self.named) more")
    }
    let unpainted = report.balance.cells.count { $0.paintings == 0 }
    if unpainted > 0 {
      Console.note(
        "Note: \(unpainted) of \(report.balance.cells.count) pairs of image and arm are painted by nobody; "
          + "more subjects would")
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
    Console.result("Design: \(output)/design.json   Hash: \(design.hash)")
  }

  private func number(_ value: Double) -> String { String(format: "%g", value) }
}
