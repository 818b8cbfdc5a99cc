import ArgumentParser
import Experiments
import Foundation

/// Times a whole run by number of jobs.
struct BenchPipeline: AsyncParsableCommand, QuietCommand {
  static let configuration = CommandConfiguration(
    commandName: "pipeline",
    abstract: "Seconds of a whole run, everything from files to scores, by number of jobs.",
    discussion: "CSV: jobs,units,seconds,units_per_second.")

  @Argument(help: "A study file, or the name of one in Studies/.")
  var study = "quick"

  @Option(help: "A folder of pictures (default: the embedded scenes).")
  var images: String?

  @Option(help: "Use only the first N images.")
  var limit = 4

  @Option(parsing: .upToNextOption, help: "Numbers of jobs (default: 1 up to the cores).")
  var jobs: [Int] = []

  @Option(help: "A weights file for the learned methods; once for each network.")
  var weights: [String] = []

  @OptionGroup var quiet: QuietOption

  func validate() throws {
    guard limit >= 1, jobs.allSatisfy({ $0 >= 1 }) else {
      throw ValidationError("--limit and --jobs should be at least 1")
    }
  }

  func run() async throws {
    let study = try StudyFile.read(StudyLocator.path(of: study, for: .run))
    let numbers = self.jobs.isEmpty ? Array(1...Threads.byDefault) : self.jobs
    Console.note(
      "Measuring the study \(study.name) on \(limit) images, with "
        + "\(numbers.map(String.init).joined(separator: ", ")) jobs at a time")
    let kit = try MethodKit(weights: weights)
    Console.result("jobs,units,seconds,units_per_second")
    for jobs in numbers {
      let scratch = FileManager.default.temporaryDirectory
        .appendingPathComponent("hintbench-bench-\(UUID().uuidString)").path
      defer { try? FileManager.default.removeItem(atPath: scratch) }
      let start = ContinuousClock.now
      let set = try ImageSet.gather(study: study, folder: images, limit: limit, strict: false)
      let plan = try Plan(study: study, images: set, kit: kit)
      let folder = try RunFolder(path: scratch)
      let pace = BenchPace()
      try await StudyRunner(units: plan.units, folder: folder, jobs: jobs).run { progress in
        pace.tell("--jobs \(jobs): \(progress.done) of \(progress.total) units done")
      }
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      let rate = Double(plan.units.count) / seconds
      Console.result(String(format: "%d,%d,%.2f,%.3f", jobs, plan.units.count, seconds, rate))
    }
  }
}
