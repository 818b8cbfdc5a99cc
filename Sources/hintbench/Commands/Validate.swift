import ArgumentParser
import Experiments

/// Checks a study file.
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check a study file; every mistake is named with its line and key.")

  @Argument(help: "A study file, or the name of one in Studies/.")
  var study: String

  func run() throws {
    let path = StudyLocator.path(of: study)
    guard StudyKind.of(path) == .run else {
      let study = try StudyKind.describe(path)
      Console.result("\(path): fine (\(study.name): \(study.title))")
      return
    }
    let study = try StudyFile.read(path)
    Console.result("\(path): fine (\(study.name), version \(study.version): \(study.title))")
  }
}
