import Foundation
import Glibc
import Testing

/// Runs that are killed, interrupted and resumed end with the same bytes.
@Suite struct ResumeTests {
  @Test func killedRunsEndWithTheSameTables() throws {
    let scratch = try Scratch.withStudies()
    let whole = try scratch.run("run", "long.yaml", "--output", "whole", "--jobs", "2")
    try #require(whole.code == 0, "\(whole.errors)")
    // Deterministic pseudo-random moments, later and later into the run.
    var state: UInt64 = 2017
    var kills = 0
    for attempt in 0..<16 where kills < 8 {
      let child = try Program.start(
        ["run", "long.yaml", "--output", "killed", "--jobs", "2"], in: scratch.path)
      child.wait { scratch.finishedUnits("killed") >= 2 * kills }
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      usleep(UInt32(state >> 33) % 90_000)
      let outcome = child.end(by: SIGKILL)
      if outcome.signal == SIGKILL {
        kills += 1
      } else {
        // It was faster than the signal: from the start again.
        #expect(outcome.code == 0, "attempt \(attempt): \(outcome.errors)")
        try FileManager.default.removeItem(atPath: scratch.file("killed"))
      }
    }
    #expect(kills >= 6)
    let last = try scratch.run("run", "long.yaml", "--output", "killed", "--jobs", "1")
    #expect(last.code == 0, "\(last.errors)")
    #expect(last.errors.contains(" from before)"))
    #expect(try scratch.tables("killed") == scratch.tables("whole"))
    for name in contractFiles { #expect(scratch.exists("killed/\(name)"), "\(name)") }
  }

  @Test(arguments: [SIGINT, SIGTERM]) func interruptedRunsSaySoAndResume(_ signal: Int32) throws {
    let scratch = try Scratch.withStudies()
    let child = try Program.start(["run", "long.yaml", "--output", "r"], in: scratch.path)
    child.wait { scratch.finishedUnits("r") >= 3 }
    let stopped = child.end(by: signal)
    expectError(stopped, 130, "stopped with ", " of 24 units done in r; the same command resumes")
    let done = scratch.finishedUnits("r")
    #expect((3..<24).contains(done) && !scratch.exists("r/results.csv"))
    #expect(try scratch.text("r/manifest.json").contains("\"state\" : \"running\""))
    let report = try scratch.run("report", "r")
    expectError(report, 65, "units are in none of these runs")
    let resumed = try scratch.run("run", "long.yaml", "--output", "r")
    #expect(resumed.code == 0 && resumed.errors.contains("24/24 units (\(done) from before)"))
  }

  @Test func aFinishedRunIsNotRunAgain() throws {
    let scratch = try Scratch.withStudies()
    let first = try scratch.run("run", "tiny.yaml", "--output", "r")
    let tables = try scratch.tables("r")
    let timings = try scratch.data("r/timings.csv")
    let second = try scratch.run("run", "tiny.yaml", "--output", "r")
    #expect(first.code == 0 && second.code == 0)
    #expect(second.errors.contains("12/12 units (12 from before)"))
    #expect(second.output == first.output)
    #expect(try scratch.tables("r") == tables && scratch.data("r/timings.csv") == timings)
  }

  @Test func damagedRowsAreDoneAgain() throws {
    let scratch = try Scratch.withStudies()
    #expect(try scratch.run("run", "tiny.yaml", "--output", "r").code == 0)
    let tables = try scratch.tables("r")
    var ledger = try scratch.data("r/ledger.sqlite")
    for _ in 0..<2 {
      let score = try #require(ledger.range(of: Data("\"points\":2,\"values\":[".utf8)))
      ledger.replaceSubrange(score, with: Data("\"points\":9,\"values\":[".utf8))
    }
    try scratch.put(ledger, "r/ledger.sqlite")
    expectError(try scratch.run("report", "r"), 65, "2 of 12 units are in none of these runs")
    let repaired = try scratch.run("run", "tiny.yaml", "--output", "r")
    #expect(repaired.code == 0 && repaired.errors.contains("12/12 units (10 from before)"))
    #expect(try scratch.tables("r") == tables)
  }

  @Test func twoProcessesDoNotShareAFolder() throws {
    let scratch = try Scratch.withStudies()
    let first = try Program.start(["run", "long.yaml", "--output", "r"], in: scratch.path)
    first.wait { scratch.finishedUnits("r") >= 1 }
    try #require(first.isRunning)
    let second = try scratch.run("run", "long.yaml", "--output", "r")
    expectError(second, 74, "another hintbench is at work in this folder")
    expectError(try scratch.run("report", "r"), 74, "another hintbench is at work")
    #expect(first.end(by: SIGKILL).signal == SIGKILL)
    #expect(try scratch.run("report", "r").code == 65, "the claim ended with the process")
  }

  @Test func reportsAreWrittenAgainAsTheyWere() throws {
    let scratch = try Scratch.withStudies()
    #expect(try scratch.run("run", "tiny.yaml", "--output", "r").code == 0)
    let names = contractFiles.filter { $0 != "curves.png" && $0 != "ledger.sqlite" }
    let before = try names.map { try scratch.data("r/\($0)") }
    for name in ["results.csv", "table.csv", "curves.svg", "report.html", "hints.csv"] {
      try FileManager.default.removeItem(atPath: scratch.file("r/\(name)"))
    }
    let outcome = try scratch.run("report", "r")
    #expect(outcome.code == 0, "\(outcome.errors)")
    for (name, data) in zip(names, before) {
      #expect(try scratch.data("r/\(name)") == data, "\(name)")
    }
  }
}
