import Foundation
import Testing

/// Runs in parts.
@Suite struct ShardTests {
  @Test func mergedShardsEqualTheWholeRun() throws {
    let scratch = try Scratch.withStudies()
    for index in 1...4 {
      let outcome = try scratch.run(
        "run", "tiny.yaml", "--shard", "\(index)/4", "--output", "s\(index)")
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("Shard \(index)/4 is done"))
      #expect(scratch.exists("s\(index)/results.csv"))
    }
    let missing = try scratch.run("merge", "s1", "s3", "s4", "--output", "part")
    let count = try scratch.lines("s2/timings.csv").count - 1
    #expect(count > 0)
    expectError(missing, 65, "\(count) of 12 units are in none of these runs: ")
    for line in try scratch.lines("s2/timings.csv").dropFirst() {
      let name = line.split(separator: ",")[0...2].joined(separator: ", ")
      #expect(missing.errors.contains(name))
    }
    let merged = try scratch.run("merge", "s3", "s1", "s4", "s2", "--output", "whole")
    #expect(merged.code == 0, "\(merged.errors)")
    #expect(try scratch.tables("whole") == TinyRun.scratch().tables("run"))
    for name in contractFiles { #expect(scratch.exists("whole/\(name)"), "\(name)") }
    #expect(try scratch.run("report", "whole").code == 0)
    // A shard's folder takes no other shard.
    expectError(
      try scratch.run("run", "tiny.yaml", "--shard", "2/4", "--output", "s1"), 65,
      "holds another run (shard 1/4, not 2/4)")
    expectError(
      try scratch.run("merge", "s1", "whole", "--output", "x"), 65, "other shards: of 4 and of 1")
  }

  @Test func slurmsArrayChoosesTheShard() throws {
    let scratch = try Scratch.withStudies()
    let tasks = [2, 4, 6].map { id in
      [
        "SLURM_ARRAY_TASK_ID": "\(id)", "SLURM_ARRAY_TASK_MIN": "2", "SLURM_ARRAY_TASK_MAX": "6",
        "SLURM_ARRAY_TASK_STEP": "2", "SLURM_ARRAY_TASK_COUNT": "3", "SLURMD_NODENAME": "n\(id)",
      ]
    }
    for (index, task) in tasks.enumerated() {
      let outcome = try scratch.run("run", "tiny.yaml", environment: task)
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(outcome.errors.contains("Shard \(index + 1)/3, from the Slurm array"))
      #expect(
        try scratch.text("Runs/tiny-\(index + 1)-of-3/manifest.json").contains(
          "\"slurm_node\" : \"n\((index + 1) * 2)\""))
    }
    let merged = try scratch.run(
      "merge", "Runs/tiny-1-of-3", "Runs/tiny-2-of-3", "Runs/tiny-3-of-3", "--output", "whole")
    #expect(merged.code == 0, "\(merged.errors)")
    #expect(try scratch.tables("whole") == TinyRun.scratch().tables("run"))
    // What is given wins over what Slurm says.
    let given = try scratch.run(
      "run", "tiny.yaml", "--shard", "1/12", "--output", "given", environment: tasks[1])
    #expect(given.code == 0 && given.output.contains("Shard 1/12 is done"))
  }

  @Test(arguments: [("1", "1", "9"), ("5", "1", "9"), ("0", "-1", "9223372036854775807")])
  func slurmArraysWithGapsAreRefused(_ id: String, _ least: String, _ most: String) throws {
    let scratch = try Scratch.withStudies()
    let outcome = try scratch.run(
      "run", "tiny.yaml", "--output", "r",
      environment: [
        "SLURM_ARRAY_TASK_ID": id, "SLURM_ARRAY_TASK_MIN": least, "SLURM_ARRAY_TASK_MAX": most,
        "SLURM_ARRAY_TASK_STEP": "1", "SLURM_ARRAY_TASK_COUNT": "3",
      ])
    expectError(outcome, 64, "give --shard I/N")
    #expect(!scratch.exists("r"))
  }

  @Test func runsThatDoNotBelongTogetherAreNotMerged() throws {
    let scratch = try Scratch.withStudies()
    let quick = tinyStudy.replacingOccurrences(
      of: "methods: [gray, levin2004, levin2004-ab]", with: "methods: [gray]"
    ).replacingOccurrences(of: "oracles: [random, max-error]", with: "oracles: [none]")
    try scratch.put(quick, "a.yaml")
    try scratch.put(quick + "# changed\n", "b.yaml")
    let runs = [
      ("a", ["a.yaml"]), ("b", ["b.yaml"]), ("seed", ["a.yaml", "--seed", "8"]),
      ("fewer", ["a.yaml", "--limit", "1"]),
    ]
    for (name, arguments) in runs {
      let outcome = try Program.start(
        ["run"] + arguments + ["--shard", "1/2", "--output", name], in: scratch.path
      ).wait()
      try #require(outcome.code == 0, "\(outcome.errors)")
    }
    let differences = [("b", "other study"), ("seed", "other seed"), ("fewer", "other images")]
    for (other, difference) in differences {
      let outcome = try scratch.run("merge", "a", other, "--output", "x")
      expectError(outcome, 65, difference, "is not a part of the same run as a")
      #expect(!scratch.exists("x"))
    }
    expectError(try scratch.run("merge", "a", "none", "--output", "x"), 66, "none")
    expectError(try scratch.run("merge", "a", ".", "--output", "x"), 66, ".: holds no run")
  }
}
