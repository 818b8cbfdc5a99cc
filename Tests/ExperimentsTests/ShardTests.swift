import Experiments
import Testing

/// Which part of a run a process takes.
@Suite struct ShardTests {
  @Test(arguments: [("1/1", 1, 1), ("1/4", 1, 4), ("4/4", 4, 4), ("02/10", 2, 10)])
  func reads(_ text: String, _ index: Int, _ count: Int) throws {
    #expect(try Shard(parsing: text) == Shard(index: index, count: count))
  }

  @Test(
    arguments: [
      "", "1", "/", "1/", "/4", "0/4", "5/4", "-1/4", "1/-4", "1/0", "a/b", "1/4/2", " 1/4", "1 /4",
      "1.0/4", "0x1/4", "1/99999999999999999999", "1,4",
    ])
  func refuses(_ text: String) {
    #expect(throws: ExperimentError.badShard(text)) { try Shard(parsing: text) }
    #expect(ExperimentError.badShard(text).exitCode == 64)
  }

  /// Arrays as Slurm describes them to their tasks: IDs, minimum, maximum, step, count.
  @Test(
    arguments: [
      ([0, 1, 2, 3], 0, 3, 1, 4), ([1, 2, 3, 4], 1, 4, 1, 4), ([2, 4, 6, 8], 2, 8, 2, 4),
      ([3], 3, 3, 1, 1), ([10, 15, 20], 10, 20, 5, 3),
    ])
  func numbersTheTasksOfAnArray(_ ids: [Int], _ least: Int, _ most: Int, _ step: Int, _ count: Int)
    throws
  {
    let shards = try ids.map {
      try Shard(slurm: Self.environment($0, least, most, step, count))
    }
    #expect(shards == (1...count).map { Shard(index: $0, count: count) })
  }

  /// `--array=1,5,9`, `1-3,7`, tasks that are not in the array, and numbers that mean nothing.
  @Test(
    arguments: [
      (1, 1, 9, 1, 3), (5, 1, 9, 1, 3), (9, 1, 9, 1, 3), (2, 1, 7, 1, 4), (3, 2, 8, 2, 4),
      (9, 1, 4, 1, 4), (0, 1, 4, 1, 4), (1, 1, 4, 0, 4), (1, 1, 4, -1, 4), (1, 4, 1, 1, 4),
      (1, 1, 1, 1, 0), (1, 1, 1, 1, -1),
    ])
  func refusesArraysWithGaps(_ id: Int, _ least: Int, _ most: Int, _ step: Int, _ count: Int) {
    let error = #expect(throws: ExperimentError.self) {
      try Shard(slurm: Self.environment(id, least, most, step, count))
    }
    #expect(error?.exitCode == 64)
    #expect(error?.message.contains("--shard") == true)
  }

  @Test func outsideAnArrayThereIsNoShard() throws {
    #expect(try Shard(slurm: [:]) == nil)
    #expect(try Shard(slurm: ["SLURM_JOB_ID": "5"]) == nil)
    for name in ["ID", "MIN", "MAX", "COUNT"] {
      var environment = Self.environment(2, 1, 4, 1, 4)
      environment["SLURM_ARRAY_TASK_\(name)"] = nil
      #expect(try Shard(slurm: environment) == nil, "without \(name)")
    }
  }

  private static func environment(
    _ id: Int, _ least: Int, _ most: Int, _ step: Int, _ count: Int
  ) -> [String: String] {
    [
      "SLURM_ARRAY_TASK_ID": "\(id)", "SLURM_ARRAY_TASK_MIN": "\(least)",
      "SLURM_ARRAY_TASK_MAX": "\(most)", "SLURM_ARRAY_TASK_STEP": "\(step)",
      "SLURM_ARRAY_TASK_COUNT": "\(count)", "SLURM_ARRAY_JOB_ID": "77",
    ]
  }
}
