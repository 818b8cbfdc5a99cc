import ArgumentParser
import Experiments

/// Lists study files.
struct Studies: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the studies in Studies/.",
    discussion: """
      One line a study, separated by tabs: name, file, title, and the command it is for: 'run' \
      for simulated users, 'judge' for real-vs-fake studies.
      """)

  func run() throws {
    for path in StudyLocator.all() {
      let study = try StudyKind.describe(path)
      Console.result("\(study.name)\t\(path)\t\(study.title)\t\(study.kind.rawValue)")
    }
  }
}
