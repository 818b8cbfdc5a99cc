import Foundation
import Imaging
import Testing

/// `--json`, `--quiet` and `--dry-run`, and what commands say of what they are given.
@Suite struct OutputOptionTests {
  /// The JSON that a command prints.
  private func json(_ scratch: Scratch, _ line: String) throws -> Any {
    let outcome = try scratch.command(line)
    try #require(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    return try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
  }

  @Test func measuredValuesAsJSON() throws {
    let scratch = try Scratch()
    try PNGFile.write(RGBImage(height: 20, width: 20), to: scratch.file("black.png"))
    try PNGFile.write(
      RGBImage(height: 20, width: 20, filledWith: (255, 255, 255)), to: scratch.file("white.png"))
    let same = try #require(
      try json(scratch, "measure black.png black.png --json") as? [[String: Any]])
    let psnr = try #require(same.first { $0["metric"] as? String == "psnr" })
    #expect(psnr["value"] as? String == "inf" && psnr["unit"] as? String == "dB")
    let other = try #require(
      try json(scratch, "measure black.png white.png --json") as? [[String: Any]])
    // 10·log10(255²/255²).
    #expect(other.first { $0["metric"] as? String == "psnr" }?["value"] as? Double == 0)
    let names = try scratch.command("measure black.png white.png").output.split(separator: "\n")
      .dropFirst().compactMap { $0.split(separator: ",").first }.map(String.init)
    #expect(other.compactMap { $0["metric"] as? String } == names)
  }

  @Test func methodsAndStudiesAsJSON() throws {
    let scratch = try Scratch()
    try scratch.makeFolder("Studies")
    try scratch.put(tinyStudy, "Studies/tiny.yaml")
    let methods = try #require(try json(scratch, "methods --json") as? [[String: Any]])
    #expect(methods.first?["name"] as? String == "gray")
    #expect(methods.first?["state"] as? String == "ready")
    let studies = try #require(try json(scratch, "studies --json") as? [[String: Any]])
    #expect(studies.count == 1 && studies.first?["file"] as? String == "Studies/tiny.yaml")
    #expect(studies.first?["kind"] as? String == "run")
  }

  @Test func studiesWithMistakesHideNoOthers() throws {
    let scratch = try Scratch()
    try scratch.makeFolder("Studies")
    try scratch.put("study: a\nversion: 0\n", "Studies/a.yaml")
    try scratch.put(tinyStudy, "Studies/tiny.yaml")
    let outcome = try scratch.command("studies")
    #expect(outcome.output == "tiny\tStudies/tiny.yaml\tA tiny study\trun\n")
    #expect(outcome.code == 65 && outcome.errors.contains("Studies/a.yaml:2: version"))
  }

  /// Networks are ready where their weights are: bundled, or in the folder of HINTBENCH_WEIGHTS.
  @Test func theStatesOfNetworks() throws {
    let scratch = try Scratch.withNetworks()
    func states(_ environment: [String: String]) throws -> [String: String] {
      let outcome = try Program.start(["methods"], in: scratch.path, environment: environment)
        .wait()
      let rows = outcome.output.split(separator: "\n").map { $0.split(separator: "\t") }
      return Dictionary(uniqueKeysWithValues: rows.map { (String($0[0]), String($0[1])) })
    }
    try scratch.makeFolder("mine")
    let none = try states(["HINTBENCH_WEIGHTS": scratch.file("mine")])
    #expect(none["local-hints"] == "needs --weights" && none["automatic"] == "needs --weights")
    #expect(none["affinity-hints"] == "needs --weights")
    try scratch.copy("local.safetensors", "mine/local-hints.safetensors")
    let some = try states(["HINTBENCH_WEIGHTS": scratch.file("mine")])
    #expect(some["local-hints"] == "ready (weights of HINTBENCH_WEIGHTS)")
    #expect(some["global-hints"] == "needs --weights" && some["gray"] == "ready")
    #expect(some["affinity-automatic"] == "needs --weights")
    #expect(some["zhang2016"] == "announced")
    let bundled = try states([:])
    #expect(bundled["local-hints"] == "ready (bundled weights)")
    #expect(bundled["global-hints-saturation"] == "ready (bundled weights)")
    #expect(bundled["affinity-hints"] == "ready (bundled weights)")
  }

  @Test func suggestionsAndWeightsAsJSON() throws {
    let scratch = try Scratch.withNetworks()
    let line = "suggest in.png --weights local.safetensors --size 48 --at 0,0"
    let rows = try #require(try json(scratch, line + " --json") as? [[String: Any]])
    let csv = try scratch.command(line).output.split(separator: "\n").dropFirst()
    #expect(rows.count == csv.count && rows.count >= 1)
    for (row, text) in zip(rows, csv) {
      let cells = text.split(separator: ",").map(String.init)
      #expect(row["rank"] as? Int == Int(cells[0]) && row["blue"] as? Int == Int(cells[5]))
      let probability = try #require(row["probability"] as? Double)
      #expect(String(format: "%.6f", probability) == cells[6])
    }
    let inspected = try #require(
      try json(scratch, "weights inspect local.safetensors --json") as? [String: Any])
    let text = try scratch.command("weights inspect local.safetensors").output
    let hash = try #require(inspected["sha256"] as? String)
    #expect(text.contains("sha256: \(hash)\n"))
    let tensors = try #require(inspected["tensors"] as? [[String: Any]])
    let first = try #require(tensors.first { $0["name"] as? String == "model1.0.weight" })
    #expect(first["shape"] as? [Int] == [4, 4, 3, 3] && first["count"] as? Int == 144)
    let values = try #require(WeightsNetwork.local.tensors.first { $0.name == "model1.0.weight" })
      .values
    let mean = try #require(first["mean"] as? Double)
    #expect(abs(mean - values.reduce(0.0) { $0 + Double($1) } / 144) < 1e-9)
  }

  @Test func quietRunsSayNothingButErrors() throws {
    let scratch = try Scratch.withStudies()
    let loud = try TinyRun.outcome()
    #expect(loud.errors.contains("units"))
    let quiet = try scratch.run("run", "tiny.yaml", "--output", "run", "--quiet")
    #expect(quiet.code == 0 && quiet.errors.isEmpty, "\(quiet.errors)")
    #expect(quiet.output == loud.output)
    let failed = try scratch.run("run", "long.yaml", "--output", "run", "--quiet")
    expectError(failed, 65, "holds another run")
    #expect(failed.errorLines.count == 1)
  }

  @Test func aDryRunSaysWhatWouldBeDone() throws {
    let scratch = try Scratch.withStudies()
    let dry = try scratch.run("run", "tiny.yaml", "--output", "run", "--dry-run")
    #expect(dry.code == 0 && !scratch.exists("run"), "\(dry.errors)")
    // Two scenes, three methods, two oracles.
    for line in [
      "study: tiny, version 1: A tiny study (tiny.yaml)", "images: 2 of embedded scenes",
      "methods: gray, levin2004, levin2004-ab", "oracles: random, max-error", "folder: run, new",
    ] {
      #expect(dry.output.contains(line + "\n"), "\(dry.output)")
    }
    #expect(dry.output.contains("units: 12, of which 0 are done and 12 would run"))
    try FileManager.default.copyItem(
      atPath: TinyRun.scratch().file("run"), toPath: scratch.file("run"))
    let before = try scratch.files(below: "run")
    let again = try scratch.run("run", "tiny.yaml", "--output", "run", "--dry-run")
    #expect(again.output.contains("units: 12, of which 12 are done and 0 would run"))
    #expect(again.output.contains("folder: run, the run that it holds goes on\n"))
    #expect(try scratch.files(below: "run") == before)
    expectError(
      try scratch.run("run", "long.yaml", "--output", "run", "--dry-run"), 65, "holds another run")
  }

  @Test func aDryTrainingChecksAndWritesNothing() throws {
    let scratch = try Scratch()
    let text = """
      training: learned
      network: {variant: local, width: 4}
      data: {scenes: {count: 8, size: 48}}
      phases: [{size: 16, batch: 2, samples: 60}]
      validation: {scenes: 3, points: [0, 2], size: 32}

      """
    try scratch.put(text, "t.yaml")
    let dry = try scratch.run("train", "t.yaml", "--dry-run", "--output", "o")
    #expect(dry.code == 0 && !scratch.exists("o"), "\(dry.errors)")
    for line in [
      "learns from: 8 pictures of the embedded scenes",
      "phase: 60 samples of 16×16, 2 a step, 30 steps", "judged on: 3 pictures",
      "folder: o, from the start",
    ] {
      #expect(dry.output.contains(line + "\n"), "\(dry.output)")
    }
    let data = "data: {photographs: [{folder: none}]}"
    try scratch.put(text.replacing("data: {scenes: {count: 8, size: 48}}", with: data), "t.yaml")
    expectError(try scratch.run("train", "t.yaml", "--dry-run"), 66, "none")
  }

  /// Only a limit that leaves images out makes a try of a run.
  @Test func aLimitThatCutsNothingIsNone() throws {
    let scratch = try Scratch.withStudies()
    for (limit, isTry) in [("2", false), ("3", false), ("1", true)] {
      let outcome = try scratch.run(
        "run", "tiny.yaml", "--output", limit, "--limit", limit, "--quiet")
      #expect(outcome.code == 0)
      #expect(try scratch.text("\(limit)/manifest.json").contains("\"limit\"") == isTry)
      #expect(try scratch.text("\(limit)/report.html").contains("this is not a result") == isTry)
    }
  }

  @Test func aFolderWithoutARunIsMissing() throws {
    let scratch = try Scratch()
    try scratch.makeFolder("empty")
    for line in ["report empty", "merge empty --output x"] {
      expectError(try scratch.command(line), 66, "empty: holds no run")
    }
  }

  @Test func globalHintsSayWhatTheyLack() throws {
    let scratch = try Scratch.withNetworks()
    try scratch.put("row,column,size,a,b\n3,3,1,20,5\n", "hints.csv")
    let line = "colorize in.png --method global-hints --weights global.safetensors --size 48"
    let bare = try scratch.command("\(line) --output a.png")
    #expect(bare.code == 0 && bare.errorLines.count == 1)
    #expect(bare.errors.contains("no statistics are given (--histogram-from, --saturation)"))
    let told = try scratch.command("\(line) --saturation 0.4 --output b.png --hints hints.csv")
    #expect(told.code == 0 && told.errorLines.count == 1)
    #expect(told.errors.contains("global-hints takes no points; --hints has no effect"))
    let quiet = try scratch.command("\(line) --output c.png --quiet")
    #expect(quiet.code == 0 && quiet.errors.isEmpty)
  }
}
