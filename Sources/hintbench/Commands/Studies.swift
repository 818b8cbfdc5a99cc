import ArgumentParser
import Experiments

/// Lists study files.
struct Studies: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the studies in Studies/.",
    discussion: """
      One line a study, separated by tabs: name, file, title, and the command it is for: 'run' \
      for simulated users, 'judge' for real-vs-fake studies, 'paint' for studies of painting. With \
      --json a list of objects with the same: name, file, title, kind, and the version of studies \
      for 'run'.
      """)

  @OptionGroup var json: JSONOption

  func run() throws {
    var studies: [StudySummary] = []
    var failure: (any Error)?
    let paths = StudyLocator.all()
    if paths.isEmpty {
      Console.note(
        "Note: no folder Studies here, or above this program: name studies by their path")
    }
    for path in paths {
      do { studies.append(try StudySummary(reading: path)) } catch { failure = failure ?? error }
    }
    if json.isOn {
      try Console.json(studies)
    } else {
      for study in studies {
        Console.result("\(study.name)\t\(study.file)\t\(study.title)\t\(study.kind.rawValue)")
      }
    }
    if let failure { throw failure }
  }
}
