import ArgumentParser
import PaintServer
import PaintStudy

/// Writes what subjects painted.
struct PaintExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write what subjects painted as folders for 'hintbench judge design', and as tables.",
    discussion: """
      Into the output folder go 'full' and 'no-recommendation' with one result an image, 'automatic' \
      with the method's own without points, 'truth', and 'all' with every result where several \
      subjects painted an image in one arm (which of them is judged is drawn from the design's seed); \
      sessions.csv and events.csv tell what was done. Then:

        hintbench judge design table2 --truth OUT/truth --method automatic=OUT/automatic \\
          --method no-recommendation=OUT/no-recommendation --method full=OUT/full --output JUDGE
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
    if let caution = records.caution { Console.note("Note: \(caution)") }
    let report = try PaintStudyExport(records, kit: network.kit()).write(into: output)
    if report.unfinished > 0 {
      Console.note(
        "Note: \(report.unfinished) pictures were begun and not finished; they are left out")
    }
    if let first = records.openPlans.first {
      Console.note(
        "Note: \(records.openPlans.count) of \(records.design.subjects.count) plans are finished by "
          + "nobody, the first of them plan \(first): ?subject=\(first) after the address asks for it"
      )
    }
    let arms = PaintingArm.allCases.map { "\(report.pictures[$0.rawValue] ?? 0) \($0.rawValue)" }
    Console.note("\(report.paintings) results: \(arms.joined(separator: ", ")) to be judged")
    Console.result("\(report.images) images with a result in every arm: \(output)")
  }
}
