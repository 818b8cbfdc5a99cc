import Experiments
import Foundation

/// Writes everything a run's folder holds besides its ledger.
public enum RunReport {
  /// What there is to tell when a run's files are written.
  public struct Outcome: Sendable {
    /// The part of the plan in the folder.
    public let shard: Shard
    /// What the run shows, in a few sentences; empty for a part.
    public let summary: [String]
    /// What could not be made and why, one line each; nothing of it spoils the tables.
    public let notes: [String]
  }

  /// Writes tables, figure, page and manifest of a run whose units are all done.
  ///
  /// A shard gets its tables only: the figure and the page come with `hintbench merge`.
  ///
  /// - Parameters:
  ///   - folder: the run's, whose ledger has every unit of the run's shard.
  ///   - progress: gets the images whose pictures are drawn for the page, from any thread.
  /// - Returns: what there is to tell of the run.
  public static func write(
    _ folder: RunFolder, progress: @escaping @Sendable (WorkProgress) -> Void = { _ in }
  ) throws -> Outcome {
    let run = try FinishedRun(folder: folder.path)
    let plan = run.plan
    let shard = run.manifest.shard
    let tables = try RunTables(plan: plan, units: plan.units(of: shard), ledger: folder.ledger)
    try folder.write(tables.hints(), to: "hints.csv")
    try folder.write(tables.timings(), to: "timings.csv")
    var outcome = Outcome(shard: shard, summary: [], notes: [])
    if shard == .whole {
      let strip = plan.study.strip
      let written = try ResultReport.write(
        tables.results,
        choice: GalleryChoice(oracle: strip.revealer.name, points: strip.points),
        pictures: RunPictureSource(tables), details: ReportDetails(run), into: folder.path,
        progress: progress)
      outcome = Outcome(shard: shard, summary: written.summary, notes: written.notes)
    } else {
      try folder.write(tables.results.results(), to: "results.csv")
    }
    var manifest = run.manifest
    manifest.state = .complete
    try folder.write(manifest.json(), to: Manifest.fileName)
    return outcome
  }
}

extension ReportDetails {
  /// What is told of a run.
  init(_ run: FinishedRun) {
    let (study, manifest) = (run.plan.study, run.manifest)
    self.init(
      subtitle: "Study \(study.name), version \(study.version),",
      stamps: manifest.limit.map {
        ["Only the first \($0) images were run: this is not a result."]
      } ?? [],
      missing: manifest.missingMethods,
      skipped: manifest.skipped.map { ($0.name, $0.reason) },
      facts: Self.facts(manifest, study: study))
  }

  private static func facts(_ manifest: Manifest, study: Study) -> [(name: String, value: String)] {
    var facts = [
      ("HintBench", manifest.hintbench + (manifest.commit.map { ", commit \($0)" } ?? "")),
      ("study", "\(study.name), version \(study.version), SHA-256 \(study.hash)"),
      ("seed", "\(manifest.seed)"),
      ("images", manifest.imagesFolder ?? "embedded scenes, seed \(manifest.seed)"),
      ("processing size", "\(study.size)×\(study.size), stretched, Pillow's bilinear"),
      ("revealed patch", "\(study.patch)×\(study.patch), mean true ab"),
      ("machine", "\(manifest.environment.cpu), \(manifest.environment.cores) cores"),
      ("jobs", "\(manifest.jobs), one thread each"),
    ]
    facts += manifest.methods.map {
      ("method", "\($0.name), version \($0.version)" + ($0.weights.map { ", weights \($0)" } ?? ""))
    }
    facts += manifest.environment.libraries.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    return facts.map { (name: $0.0, value: $0.1) }
  }
}
