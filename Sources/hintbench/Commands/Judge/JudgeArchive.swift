import ArgumentParser
import Foundation
import PerceptualStudy

/// Writes a study to be published.
struct JudgeArchive: ParsableCommand, QuietCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: "Write a study without identifiers and pictures, described in Croissant 1.1.",
    discussion: "Judges are numbered anew in an order drawn by chance. Nothing points to a person.")

  @Argument(help: "The design's folder.")
  var design: String

  @Option(help: "The file of answers.")
  var answers: String

  @Option(help: "The licence's address, such as https://spdx.org/licenses/CC-BY-4.0.html.")
  var licence: String = StudyArchive.Credits.undetermined

  @Option(help: "Who made the study.")
  var creator: String = "not stated"

  @Option(help: "Where the archive will be.")
  var url: String = StudyExport.placeholder

  @Option(help: "The day of publication, YYYY-MM-DD (default: today, UTC).")
  var date: String?

  @Option(help: "The folder to write into.")
  var output: String

  @OptionGroup var quiet: QuietOption

  func run() throws {
    let today = Date().formatted(.iso8601.year().month().day())
    let credits = StudyArchive.Credits(
      licence: licence, creator: creator, url: url, date: date ?? today)
    let names = try StudyArchive(design: design, answers: answers, credits: credits)
      .write(into: output)
    if licence == StudyArchive.Credits.undetermined {
      Console.note("Note: no licence is stated, so nobody may use it; give one with --licence")
    }
    Console.result("\(output): \(names.joined(separator: ", "))")
  }
}
