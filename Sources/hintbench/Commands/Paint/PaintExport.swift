import ArgumentParser
import PaintServer
import PaintStudy
import Prose

/// Writes what subjects painted.
struct PaintExport: ParsableCommand, QuietCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write what subjects painted as folders for 'hintbench judge design', and as tables.",
    discussion: """
      Into the output folder go 'full' and 'no-recommendation' with one result an image, 'automatic' \
      with the method's own without points, 'truth', and 'all' with every finished result, also where \
      several subjects painted an image in one arm (which of them is judged is drawn from the design's \
      seed); sessions.csv and events.csv tell what was done, left_out.csv what judges do not get, and \
      why. The line that begins with "next:" makes a real-vs-fake study of it.
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
    if let caution = records.caution { Console.note("Note: \(caution)") }
    let report = try PaintStudyExport(records, kit: network.kit()).write(into: output)
    for reason in LeftOutPainting.Reason.allCases { tell(report.leftOut, reason) }
    if let first = records.openPlans.first {
      Console.note(
        "Note: \(records.openPlans.count) of \(records.design.subjects.count) plans are finished by "
          + "nobody, the first of them plan \(first): ?subject=\(first) after the address asks for it"
      )
    }
    if json.isOn {
      try Console.json(Facts(report, folder: output))
    } else {
      let arms = PaintingArm.allCases.map { "\(report.pictures[$0.rawValue] ?? 0) \($0.rawValue)" }
      Console.result("\(report.judged) results to be judged: \(arms.joined(separator: ", "))")
      Console.result("\(report.paintings) finished results in all: \(output)/all")
      Console.result("\(report.images) images with a result in every arm: \(output)")
    }
    NextSteps.tell([Self.judging(report, output)])
  }

  /// Pictures left out for one reason that are named one by one.
  private static let named = 12

  private func tell(_ all: [LeftOutPainting], _ reason: LeftOutPainting.Reason) {
    let leftOut = all.filter { $0.reason == reason }
    guard !leftOut.isEmpty else { return }
    Console.note("Not judged: \(leftOut.count) (\(reason.explanation)):")
    for painting in leftOut.prefix(Self.named) {
      Console.note("  \(painting.description.onOneLine)")
    }
    if leftOut.count > Self.named {
      Console.note(
        "  and \(leftOut.count - Self.named) more: \(output)/\(PaintStudyExport.leftOutFile)")
    }
  }

  /// The images that a judge of Studies/table2.yaml sees.
  private static let wholeStudy = 60

  private static func judging(_ report: PaintStudyExport.Report, _ output: String) -> [String] {
    let study = report.images >= wholeStudy ? "table2" : "table2-small"
    let methods =
      [PaintStudyExport.automaticFolder] + PaintingArm.allCases.reversed().map(\.rawValue)
    return ["judge", "design", study, "--truth", "\(output)/\(PaintStudyExport.truthFolder)"]
      + methods.flatMap { ["--method", "\($0)=\(output)/\($0)"] }
      + ["--output", "\(output)-judging"]
  }

  /// The result for programs.
  private struct Facts: Encodable {
    let folder: String
    /// Results to be judged, by arm.
    let judged: [String: Int]
    /// Finished results.
    let finished: Int
    /// Images with a result in every arm.
    let images: Int
    let leftOut: [LeftOut]

    struct LeftOut: Encodable {
      let image: String
      let arm: String
      let subject: String?
      let position: Int?
      let reason: String

      init(_ painting: LeftOutPainting) {
        (image, arm) = (painting.image, painting.arm.rawValue)
        subject = painting.painter?.subject.description
        position = painting.painter?.position
        reason = painting.reason.rawValue
      }
    }

    init(_ report: PaintStudyExport.Report, folder: String) {
      self.folder = folder
      judged = report.pictures
      finished = report.paintings
      images = report.images
      leftOut = report.leftOut.map(LeftOut.init)
    }
  }
}
