import ArgumentParser
import PerceptualStudy

/// Writes a design in the form of another way to run it.
struct JudgeExport: ParsableCommand, QuietCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a design for MTurk, for links of recruiting sites, or for any web server.",
    discussion: """
      mturk: the requester's CSV with the columns of the authors' tool, and the pictures it names. \
      html: the page of a batch, and HTMLQuestion files. external: an ExternalQuestion and a Prolific \
      link, for a study of 'hintbench judge serve'. static: a folder for any web server.
      """)

  @Argument(help: "The design's folder.")
  var design: String

  @Option(help: "\(StudyExport.Format.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: StudyExport.Format

  @Option(help: "Where the pictures (html) or the server (external) will be: an https address.")
  var url: String?

  @Option(help: "The folder to write into.")
  var output: String

  @OptionGroup var quiet: QuietOption

  func run() throws {
    let names = try StudyExport(design, url: url).write(format, into: output)
    if url == nil, format == .html || format == .external {
      Console.note("Note: \(StudyExport.placeholder) stands for your address; give it with --url")
    }
    Console.result("\(output): \(names.joined(separator: ", "))")
  }
}

extension StudyExport.Format: ExpressibleByArgument {}
