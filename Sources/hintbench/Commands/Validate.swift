import ArgumentParser
import Experiments

/// Checks a study file or a training configuration.
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check a study file of any kind; every mistake is named with its line and key.",
    discussion: """
      Takes what 'run', 'judge design', 'paint design' and 'train' take, and says which of them the \
      file is for. With --json: file, kind (run, judge, paint or training), name, title, and the \
      version where there is one.
      """)

  @Argument(help: "A study file, the name of one in Studies/, or a training configuration.")
  var study: String

  @OptionGroup var json: JSONOption

  func run() throws {
    let summary = try StudySummary(reading: StudyLocator.path(of: study))
    if json.isOn { return try Console.json(summary) }
    let version = summary.version.map { ", version \($0)" } ?? ""
    Console.result(
      "\(summary.file): fine, \(summary.kind.phrase) for '\(summary.kind.command)' "
        + "(\(summary.name)\(version): \(summary.title))")
  }
}
