import Experiments
import Foundation
import Synchronization
import Testing

/// Runs inside this process: folders, the runner, and what is done only once.
@Suite struct RunFolderTests {
  @Test func aFolderIsClaimedByOneAtATime() throws {
    try withFolder { folder in
      let path = folder + "/deep/run"
      do {
        let first = try RunFolder(path: path)
        #expect(first.file("x") == path + "/x")
        #expect(throws: ExperimentError.busy(folder: path)) { _ = try RunFolder(path: path) }
        #expect(ExperimentError.busy(folder: path).exitCode == 74)
        withExtendedLifetime(first) {}
      }
      _ = try RunFolder(path: path)
    }
  }

  @Test func aFileIsNoFolder() throws {
    try withFolder { folder in
      try put("x", folder + "/file")
      let error = #expect(throws: ExperimentError.self) {
        _ = try RunFolder(path: folder + "/file")
      }
      #expect(error?.exitCode == 74)
    }
  }

  @Test func anotherStudyOrShardIsRefused() throws {
    try withFolder { folder in
      try put(tinyText(), folder + "/study.yaml")
      let run = try RunFolder(path: folder + "/run")
      func begin(_ changes: KeyValuePairs<String, String>, _ shard: Shard) throws {
        let manifest = Manifest(
          plan: try plan(study(tinyText(changes)), limit: 1), shard: shard, limit: nil, jobs: 1,
          environment: .current())
        try run.begin(manifest, studyFile: folder + "/study.yaml")
      }
      try begin([:], Shard(index: 1, count: 2))
      #expect(throws: ExperimentError.self) { try begin([:], .whole) }
      #expect(throws: ExperimentError.self) { try begin([:], Shard(index: 2, count: 2)) }
      #expect(throws: ExperimentError.self) {
        try begin(["study": "study: other"], Shard(index: 1, count: 2))
      }
      try begin(["points": "points: [0]"], Shard(index: 1, count: 2))
      #expect(try Manifest.read(folder: folder + "/run").shard == Shard(index: 1, count: 2))
    }
  }

  @Test func manifestsReadBackAsTheyWere() throws {
    try withFolder { folder in
      let manifest = Manifest(
        plan: try plan(study(), limit: 2), shard: Shard(index: 2, count: 3), limit: 2, jobs: 5,
        environment: .current())
      try manifest.json().write(to: URL(fileURLWithPath: folder + "/manifest.json"))
      #expect(try Manifest.read(folder: folder) == manifest)
      #expect(manifest.state == .running && manifest.images.count == 2)
      #expect(manifest.environment.libraries["OpenBLAS"]?.isEmpty == false)
    }
  }

  @Test func equalPicturesAreRunOnceAndReportedEach() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("experiments-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(
      atPath: folder + "/pictures", withIntermediateDirectories: true)
    for name in ["a", "b"] { try putPicture("\(folder)/pictures/\(name).png", (200, 40, 40)) }
    let plan = try plan(study(), folder: folder + "/pictures")
    let run = try RunFolder(path: folder + "/run")
    let told = Mutex<[[Int]]>([])
    let runner = StudyRunner(units: plan.units, folder: run, jobs: 2)
    for _ in 0..<2 {
      try await runner.run { progress in
        told.withLock { $0.append([progress.done, progress.total, progress.resumed]) }
      }
    }
    #expect(
      told.withLock(\.self) == [
        [0, 4, 0], [1, 4, 0], [2, 4, 0], [3, 4, 0], [4, 4, 0], [4, 4, 4],
      ])
    let table = lines(
      try RunTables(plan: plan, units: plan.units, ledger: run.ledger).results.results())
    let (first, second) = (
      table.filter { $0.contains(",a.png,") }, table.filter { $0.contains(",b.png,") }
    )
    #expect(first.count == 12)
    #expect(first == second.map { $0.replacingOccurrences(of: ",b.png,", with: ",a.png,") })
  }

  @Test func pointsDoNotDependOnTheOrderOfTheStudyOrTheJobs() async throws {
    let reordered = tinyText([
      "methods": "methods: [levin2004-ab, gray]", "oracles": "oracles: [max-error, random]",
    ])
    var tables: [[Data]] = []
    for (text, jobs) in [(tinyText(), 1), (reordered, 3)] {
      let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("experiments-\(UUID().uuidString)").path
      defer { try? FileManager.default.removeItem(atPath: folder) }
      let plan = try plan(study(text), limit: 2)
      let run = try RunFolder(path: folder)
      try await StudyRunner(units: plan.units, folder: run, jobs: jobs).run { _ in }
      let made = try RunTables(plan: plan, units: plan.units, ledger: run.ledger)
      tables.append([made.results.results(), made.hints()])
    }
    #expect(tables[0] == tables[1])
    #expect(lines(tables[0][1]).count == 1 + 2 * 3 * 3)
  }

  @Test func aCancelledRunSaysHowFarItCame() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("experiments-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let runner = StudyRunner(
      units: try plan(study()).units, folder: try RunFolder(path: folder), jobs: 1)
    let task = Task {
      try await runner.run { progress in
        if progress.done == 2 { withUnsafeCurrentTask { $0?.cancel() } }
      }
    }
    let error = await #expect(throws: ExperimentError.self) { try await task.value }
    guard case .interrupted(let done, 12, folder)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect((2...3).contains(done) && error?.exitCode == 130)
  }
}
