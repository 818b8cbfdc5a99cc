import Foundation
import Imaging
import Testing

/// What a run leaves in its folder.
@Suite struct RunTests {
  @Test func everyFileOfTheContractIsThere() throws {
    let scratch = try TinyRun.scratch()
    for name in contractFiles {
      #expect(!(try scratch.data("run/\(name)")).isEmpty, "\(name)")
    }
    #expect(try scratch.data("run/study.yaml") == scratch.data("tiny.yaml"))
    #expect(try scratch.text("run/curves.svg").contains("<svg"))
    #expect(try scratch.data("run/curves.png").starts(with: [0x89, 0x50, 0x4E, 0x47]))
  }

  @Test func messagesGoToStandardErrorAndResultsToStandardOutput() throws {
    let outcome = try TinyRun.outcome()
    #expect(outcome.output.contains("levin2004-ab reaches "))
    #expect(outcome.output.contains("Report: run/report.html"))
    #expect(outcome.errors.contains("tiny: 2 images, 3 methods, 12 units, 2 jobs, into run"))
    #expect(outcome.errors.contains("12/12 units"))
    #expect(!outcome.errors.contains("\u{1B}"), "no colours and no bar without a terminal")
  }

  @Test func resultsAreCompleteAndSorted() throws {
    let lines = try TinyRun.scratch().lines("run/results.csv")
    #expect(lines[0] == "study,image,method,oracle,points,psnr_db,ssim")
    let rows = lines.dropFirst().map { $0.split(separator: ",").map(String.init) }
    #expect(rows.count == 2 * 3 * 2 * 4)
    let keys = rows.map { ($0[1], $0[2], $0[3], Int($0[4]) ?? -1) }
    #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 })
    for row in rows {
      #expect(row[0] == "tiny" && row.count == 7)
      let psnr = try #require(Double(row[5]))
      #expect((5...100).contains(psnr) && row[5].split(separator: ".").last?.count == 6)
      #expect((-1...1).contains(try #require(Double(row[6]))))
    }
    let gray = Set(rows.filter { $0[2] == "gray" }.map { $0[1] + $0[5] })
    #expect(gray.count == 2, "gray does not change with points")
    let none = rows.filter { $0[4] == "0" && $0[1] == rows[0][1] }
    #expect(none.count == 6)
    #expect(Set(none.filter { $0[2] != "levin2004" }.map { $0[5] }).count == 1)
  }

  @Test func pointsAreListedOnceWhereTheyAreShared() throws {
    let scratch = try TinyRun.scratch()
    let lines = try scratch.lines("run/hints.csv")
    #expect(lines[0] == "image,method,oracle,index,row,column,size,a,b")
    let rows = lines.dropFirst().map { $0.split(separator: ",").map(String.init) }
    #expect(rows.count == 2 * (5 + 3 * 5))
    #expect(rows.filter { $0[2] == "random" }.allSatisfy { $0[1] == "*" })
    let followed = rows.filter { $0[2] == "max-error" }
    #expect(Set(followed.map { $0[1] }) == ["gray", "levin2004", "levin2004-ab"])
    for row in rows {
      #expect((0..<5).contains(Int(row[3]) ?? -1) && row[6] == "7")
      #expect((3..<61).contains(Int(row[4]) ?? -1) && (3..<61).contains(Int(row[5]) ?? -1))
    }
  }

  /// Any number can be checked from the tables alone: the points, given to `colorize`, give it again.
  @Test func aResultCanBeMadeAgainFromItsPoints() throws {
    let run = try TinyRun.scratch()
    let scratch = try Scratch()
    let points = try run.lines("run/hints.csv").map { $0.split(separator: ",").map(String.init) }
      .filter { $0[0] == "001-meadow" && $0[1] == "*" && $0[2] == "random" }
    #expect(points.count == 5)
    try scratch.put(
      "row,column,size,a,b\n"
        + points.map { $0[4...8].joined(separator: ",") }.joined(separator: "\n"), "hints.csv")
    let drawn = try scratch.run(
      "scenes", "--count", "2", "--seed", "7", "--size", "64", "--output", ".")
    #expect(drawn.code == 0)
    for method in ["levin2004", "levin2004-ab"] {
      let colorized = try scratch.run(
        "colorize", "001-meadow.png", "--method", method, "--hints", "hints.csv", "--size", "64",
        "--output", "out.png")
      #expect(colorized.code == 0, "\(colorized.errors)")
      let measured = try scratch.run("measure", "001-meadow.png", "out.png").output
      let psnr = try #require(measured.split(separator: "\n").first { $0.hasPrefix("psnr,") })
      let row = try #require(
        try run.lines("run/results.csv").first {
          $0.hasPrefix("tiny,001-meadow,\(method),random,5,")
        })
      #expect(psnr.split(separator: ",")[1] == row.split(separator: ",")[5])
    }
  }

  @Test func theTableHoldsMeansOfTheResults() throws {
    let scratch = try TinyRun.scratch()
    let lines = try scratch.lines("run/table.csv")
    #expect(
      lines[0]
        == "method,oracle,points,images,psnr_mean_db,psnr_se_db,published_db,published_se_db")
    #expect(lines.count == 1 + 3 * 2 * 4)
    let results = try scratch.lines("run/results.csv").map { $0.split(separator: ",") }
    for line in lines.dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      let values = results.filter { $0[2...4] == cells[0...2] }.compactMap { Double($0[5]) }
      #expect(values.count == 2 && cells[3] == "2" && cells[6].isEmpty && cells[7].isEmpty)
      #expect(abs(try #require(Double(cells[4])) - (values[0] + values[1]) / 2) < 1e-4)
      let error = abs(values[0] - values[1]) / 2 / 2.0.squareRoot()
      #expect(abs(try #require(Double(cells[5])) - error) < 1e-4)
    }
    #expect(try scratch.lines("run/timings.csv").first == "image,method,oracle,points,seconds")
    #expect(try scratch.lines("run/timings.csv").count == 13)
  }

  @Test func theManifestSaysWhatTheRunWas() throws {
    let scratch = try TinyRun.scratch()
    let data = try scratch.data("run/manifest.json")
    let manifest = try #require(
      try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(manifest["state"] as? String == "complete")
    #expect(manifest["seed"] as? Int == 7 && manifest["jobs"] as? Int == 2)
    #expect(manifest["shard"] as? [String: Int] == ["count": 1, "index": 1])
    let study = try #require(manifest["study"] as? [String: Any])
    #expect(study["name"] as? String == "tiny" && (study["sha256"] as? String)?.count == 64)
    let images = try #require(manifest["images"] as? [[String: String]])
    #expect(images.map { $0["name"] } == ["000-sky-over-sea", "001-meadow"])
    #expect(images.allSatisfy { $0["sha256"]?.count == 64 })
    let methods = try #require(manifest["methods"] as? [[String: Any]])
    #expect(methods.compactMap { $0["name"] as? String } == ["gray", "levin2004", "levin2004-ab"])
    #expect((manifest["skipped"] as? [Any])?.isEmpty == true)
    let environment = try #require(manifest["environment"] as? [String: Any])
    for key in ["host", "cpu", "cores", "system", "libraries", "blas_threads"] {
      #expect(environment[key] != nil, "\(key)")
    }
    #expect(manifest["hintbench"] as? String != nil)
  }

  @Test func theReportNeedsNoNetwork() throws {
    let page = try TinyRun.scratch().text("run/report.html")
    #expect(page.contains("A tiny study") && page.contains("levin2004-ab"))
    #expect(page.contains("<svg") && page.contains("data:image/jpeg;base64,"))
    for loading in ["src=\"http", "src='http", "<link", "<script src", "@import", "url(http"] {
      #expect(!page.contains(loading), "\(loading)")
    }
  }

  @Test(arguments: ["1", "3"]) func jobsDoNotChangeTheTables(_ jobs: String) throws {
    let scratch = try Scratch.withStudies()
    let outcome = try scratch.run("run", "tiny.yaml", "--output", "again", "--jobs", jobs)
    #expect(outcome.code == 0)
    #expect(try scratch.tables("again") == TinyRun.scratch().tables("run"))
  }

  @Test func theFigureDrawsItself() throws {
    let scratch = try Scratch()
    let run = try TinyRun.scratch()
    for name in ["curves.gp", "curves.dat"] { try scratch.put(run.data("run/\(name)"), name) }
    let gnuplot = try Child(
      "gnuplot", ["curves.gp"], folder: scratch.path, environment: [:]
    ).wait()
    #expect(gnuplot.code == 0, "\(gnuplot.errors)")
    #expect(scratch.exists("curves.svg") && scratch.exists("curves.png"))
  }

  @Test func seedAndLimitChangeTheRunAndAreNoted() throws {
    let scratch = try Scratch.withStudies()
    let outcome = try scratch.run(
      "run", "tiny.yaml", "--output", "one", "--limit", "1", "--seed", "8")
    #expect(outcome.code == 0)
    let manifest = try scratch.text("one/manifest.json")
    #expect(manifest.contains("\"limit\" : 1") && manifest.contains("\"seed\" : 8"))
    #expect(try scratch.lines("one/results.csv").count == 1 + 3 * 2 * 4)
    #expect(try scratch.text("one/report.html").contains("this is not a result"))
    let first = try TinyRun.scratch().lines("run/hints.csv")[1]
    #expect(try scratch.lines("one/hints.csv")[1] != first)
  }
}
