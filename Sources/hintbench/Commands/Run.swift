import ArgumentParser
import Experiments
import Foundation
import Reporting

/// Runs a study.
struct Run: AsyncParsableCommand, QuietCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a study: every method on every image under every oracle.",
    discussion: """
      Results, figure and report go into the output folder; docs for each file stand in README.md. \
      A run that was stopped or killed goes on where it was when the same command is given again. \
      In a Slurm array every task runs its own shard; join them with 'hintbench merge'.
      """)

  @Argument(help: "A study file, or the name of one in Studies/.")
  var study: String

  @Option(help: "A folder of PNG and JPEG pictures (default: the embedded scenes).")
  var images: String?

  @Option(help: "The run's folder (default: Runs/<study>).")
  var output: String?

  @Option(help: "Use only the first N images, for a try; the report says so.")
  var limit: Int?

  @Option(help: "Replace the study's seed.")
  var seed: UInt64?

  @Option(help: "Run part I of N, I from 1 (default: the Slurm array's task, else everything).")
  var shard: String?

  @Option(help: "Units to run at a time, each on one thread (default: the cores).")
  var jobs: Int?

  @Option(help: "A weights file for the learned methods; once for each network.")
  var weights: [String] = []

  @Flag(help: "Stop at the first picture that cannot be used instead of skipping it.")
  var strict = false

  @Option(
    defaultAsFlag: PicturePoints.all, parsing: .next,
    help: ArgumentHelp(
      """
      Save results as PNG pictures: all of them, or at these numbers of points only, such as 10 or \
      0,10,100; in pictures/METHOD-ORACLE-POINTS/, and pictures/truth/.
      """, valueName: "points"))
  var savePictures: PicturePoints?

  @Flag(help: "Say what would be done, and write nothing.")
  var dryRun = false

  @OptionGroup var quiet: QuietOption

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs should be at least 1") }
    if let limit, limit < 1 { throw ValidationError("--limit should be at least 1") }
    _ = try savePictures?.selection()
  }

  func run() async throws {
    guard let job = try prepared() else { return }
    let runner = job.runner
    let line = ProgressLine()
    let task = Task { try await runner.run { line.show($0) } }
    let interrupts = Interrupts(cancelling: task)
    defer { interrupts.stop() }
    try await task.value
    try finish(job)
  }

  /// What a run is made of, once it is known and its folder is there.
  private struct Job {
    let plan: Plan
    let shard: Shard
    let folder: RunFolder
    let pictures: ResultPictures?
    let runner: StudyRunner
  }

  /// Plans the run and begins its folder; nil where it was only to be said what would be done.
  private func prepared() throws -> Job? {
    let path = try StudyLocator.path(of: study, for: .run)
    var studied = try StudyFile.read(path)
    if let seed { studied.seed = seed }
    let shard = try chosenShard()
    let images = try ImageSet.gather(
      study: studied, folder: images, limit: limit, strict: strict)
    for picture in images.skipped { Console.note("Skipped: \(picture.reason)") }
    let kit = try MethodKit(weights: weights)
    let plan = try Plan(study: studied, images: images, kit: kit)
    for (method, lack) in plan.missing {
      Console.note("Skipped: method \(method) \(lack.explanation)")
    }
    let output = output ?? defaultOutput(studied, shard)
    let jobs = jobs ?? Threads.byDefault
    let manifest = Manifest(
      plan: plan, shard: shard, limit: images.isCut ? limit : nil, jobs: jobs,
      environment: .current(), weightsFiles: kit.weightsFiles)
    let units = plan.units(of: shard)
    let pictures = try savePictures.map {
      try ResultPictures(plan: plan, folder: output, selection: $0.selection())
    }
    guard !dryRun else {
      try preview(plan, manifest, units, file: path, folder: output)
      return nil
    }
    let folder = try RunFolder(path: output)
    try folder.begin(manifest, studyFile: path)
    Console.note(
      "\(studied.name): \(images.images.count) images, \(plan.methods.count) methods, "
        + "\(units.count) units, \(jobs) jobs, into \(folder.path)")
    return Job(
      plan: plan, shard: shard, folder: folder, pictures: pictures,
      runner: StudyRunner(units: units, folder: folder, jobs: jobs, pictures: pictures))
  }

  /// Writes tables and report, and says what is where.
  private func finish(_ job: Job) throws {
    try Closing.write(job.folder)
    if let pictures = job.pictures {
      tell(pictures, of: job.plan, shard: job.shard, folder: job.folder.path)
    }
  }

  /// Says what a run would do.
  private func preview(
    _ plan: Plan, _ manifest: Manifest, _ units: [StudyUnit], file: String, folder: String
  ) throws {
    let preview = try RunPreview(manifest, units: units, folder: folder)
    let (study, images) = (plan.study, plan.images)
    Console.result("study: \(study.name), version \(study.version): \(study.title) (\(file))")
    Console.result(
      "images: \(images.images.count) of "
        + (images.folder ?? (study.pictures == .segments ? "the study's own" : "embedded scenes"))
        + (images.isCut ? ", cut by --limit" : "")
        + (images.skipped.isEmpty ? "" : ", \(images.skipped.count) skipped"))
    Console.result("methods: \(plan.methods.map(\.identity.name).joined(separator: ", "))")
    if !plan.missing.isEmpty {
      Console.result("skipped methods: \(plan.missing.map(\.name).joined(separator: ", "))")
    }
    Console.result("oracles: \(study.revealers.map(\.name).joined(separator: ", "))")
    if manifest.shard != .whole {
      Console.result("shard: \(manifest.shard.index)/\(manifest.shard.count)")
    }
    Console.result(
      "units: \(preview.units), of which \(preview.done) are done and "
        + "\(preview.units - preview.done) would run, \(manifest.jobs) at a time")
    Console.result("folder: \(folder), \(preview.isNew ? "new" : "the run that it holds goes on")")
  }

  private func chosenShard() throws -> Shard {
    if let shard { return try Shard(parsing: shard) }
    guard let slurm = try Shard(slurm: ProcessInfo.processInfo.environment) else { return .whole }
    Console.note("Shard \(slurm.index)/\(slurm.count), from the Slurm array")
    return slurm
  }

  private func defaultOutput(_ study: Study, _ shard: Shard) -> String {
    let suffix = shard == .whole ? "" : "-\(shard.index)-of-\(shard.count)"
    return "Runs/\(study.name)\(suffix)"
  }
}
