import ArgumentParser
import Files
import Foundation
import PerceptualStudy
import Prose

/// Turns answers from elsewhere into answers.csv.
struct JudgeImport: ParsableCommand, QuietCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Turn answers from elsewhere into a file of answers.",
    discussion: """
      mturk: a results file of MTurk's requester site; rows that nobody has reviewed may lack the \
      cells after the answers. prolific: Prolific's demographic export, with \
      --database, to keep only the answers of submissions that stand. hintbench: the server's \
      database, a CSV file of a static page, or a folder of such files. Workers become salted \
      hashes. Every row and every file that is left out is named.
      """)

  /// Where answers come from.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case mturk, prolific, hintbench
  }

  @Argument(help: "What to import.")
  var file: String

  @Option(help: "\(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: Format

  @Option(help: "The server's database that the people of a Prolific export answered to.")
  var database: String?

  @Option(help: "The design's folder: says what each trial was for, and refuses other answers.")
  var design: String?

  @Option(
    help: "Pairs at the start of an MTurk row that are practice (default: the design's, or 10).")
  var practice: Int?

  @Option(
    help: "The salt for MTurk workers (default: the one kept in OUTPUT.salt, made if needed).")
  var salt: String?

  @Option(help: "The file to write.")
  var output: String

  @OptionGroup var quiet: QuietOption

  func validate() throws {
    if let practice, !(0...1000).contains(practice) {
      throw ValidationError("--practice should be 0 to 1000")
    }
    if let salt, salt.utf8.count < 8 {
      throw ValidationError("--salt should have at least 8 letters")
    }
    guard (format == .prolific) == (database != nil) else {
      throw ValidationError(
        format == .prolific
          ? "--format prolific needs --database, the study server's" : "--database is for prolific")
    }
    if format != .mturk, practice != nil || salt != nil {
      throw ValidationError("--practice and --salt are for --format mturk")
    }
    if practice != nil, design != nil {
      throw ValidationError("--design says what is practice; leave --practice out")
    }
  }

  func run() throws {
    let imported = try read()
    for dropped in imported.dropped {
      Console.note("Dropped: \(dropped.place.onOneLine): \(dropped.reason.onOneLine)")
    }
    for note in imported.notes { Console.note("Note: \(note)") }
    try AnswersFile.write(imported.judgements, to: output)
    let count = imported.judgements.count
    let tell = OutputFile.isStandardOutput(output) ? Console.note : Console.result
    tell(
      "\(output): \(count == 1 ? "1 answer" : "\(count) answers") of "
        + (imported.judges == 1 ? "1 judge" : "\(imported.judges) judges")
        + ", \(imported.missing) of them missing; dropped \(imported.dropped.count)")
    if isFile { NextSteps.tell([JudgeAnalyze.command(answers: output, design: design)]) }
  }

  private func read() throws -> ImportedAnswers {
    let known = try design.map { try DesignFolder.verify($0) }
    switch (format, database) {
    case (.mturk, _):
      return try MTurkResults(design: known, practice: practice, pseudonyms: pseudonyms())
        .read(file)
    case (.prolific, let database?):
      return try ProlificExport.read(file, database: database, design: known)
    case (.prolific, nil), (.hintbench, _):
      return try HintbenchAnswers.read(file, design: known)
    }
  }

  /// Whether the output is a file that other files can stand beside, and no device or pipe.
  private var isFile: Bool {
    let attributes = try? FileManager.default.attributesOfItem(
      atPath: URL(fileURLWithPath: output).resolvingSymlinksInPath().path)
    let type = attributes?[.type] as? FileAttributeType
    return type == .typeRegular || type == nil
  }

  private func pseudonyms() throws -> Pseudonyms {
    if let salt { return Pseudonyms(salt: salt) }
    guard isFile else {
      throw ValidationError("--output \(output) is no file to keep a salt beside; give --salt")
    }
    let path = output + ".salt"
    let (pseudonyms, isNew) = try Pseudonyms.keptIn(path)
    Console.note(
      isNew
        ? "Note: workers are hashed with a random salt, kept in \(path); do not publish it"
        : "Note: workers are hashed with the salt of \(path)")
    return pseudonyms
  }
}
