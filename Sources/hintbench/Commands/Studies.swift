import ArgumentParser
import Experiments

/// Lists study files.
struct Studies: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "List the studies in Studies/.")

  func run() throws {
    for path in StudyLocator.all() {
      let study = try StudyFile.read(path)
      Console.result("\(study.name)\t\(path)\t\(study.title)")
    }
  }
}
