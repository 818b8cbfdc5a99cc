import Foundation
import Imaging
import Testing

/// Studies and reports of the affinity network.
@Suite struct AffinityRunTests {
  private static let study = """
    study: own
    version: 1
    title: A study of our own method
    source: nowhere
    size: 64
    seed: 3
    scenes: 2
    methods: [gray, affinity-automatic, affinity-hints, affinity-global-hints,
              affinity-global-hints-saturation]
    oracles: [none, random, max-error]
    points: [0, 1, 20]
    patch: 7
    metrics: [psnr, palette_20]
    strip: {oracle: random, points: 20}

    """

  private func run(_ scratch: Scratch, _ options: String) throws -> Program.Outcome {
    try scratch.put(Self.study, "own.yaml")
    let outcome = try scratch.command("run own.yaml \(options)")
    try #require(outcome.code == 0, "\(outcome.errors)")
    return outcome
  }

  private func scores(
    _ scratch: Scratch, _ method: String, _ oracle: String, _ points: Int
  ) throws -> [Double] {
    try scratch.lines("run/results.csv").dropFirst().compactMap { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard cells[2] == method, cells[3] == oracle, cells[4] == "\(points)" else { return nil }
      return Double(cells[5])
    }
  }

  @Test func aRunIsMeasuredRecordedAndReported() throws {
    let scratch = try Scratch.withAffinity()
    let outcome = try run(scratch, "--output run --weights guided.safetensors")
    #expect(!outcome.errors.contains("Skipped"))
    func psnr(_ method: String, _ oracle: String, _ points: Int) throws -> [Double] {
      let found = try scores(scratch, method, oracle, points)
      try #require(found.count == 2)
      return found
    }
    let automatic = try psnr("affinity-automatic", "none", 0)
    #expect(try psnr("affinity-hints", "random", 0) == automatic)
    #expect(try psnr("affinity-automatic", "random", 20) == automatic)
    for oracle in ["random", "max-error"] {
      let hinted = try psnr("affinity-hints", oracle, 20)
      let gray = try psnr("gray", "none", 0)
      for (with, without) in zip(hinted, gray) { #expect(with > without + 2) }
    }
    let guided = try psnr("affinity-global-hints", "none", 0)
    #expect(try psnr("affinity-global-hints", "max-error", 20) == guided && guided != automatic)
    #expect(try psnr("affinity-global-hints-saturation", "none", 0) != guided)
    let manifest = try scratch.text("run/manifest.json")
    let inspected = try scratch.command("weights inspect guided.safetensors").output
    let hash = try #require(inspected.firstMatch(of: /sha256: ([0-9a-f]{64})/)).1
    #expect(manifest.ranges(of: "\"weights\" : \"\(hash)\"").count == 4)
    #expect(manifest.contains("guided.safetensors"))
    // The report draws pictures anew, with the weights that the manifest names.
    let page = try scratch.text("run/report.html")
    #expect(page.contains("affinity-hints") && !page.contains("no pictures by affinity"))
    let again = try run(scratch, "--output run --weights guided.safetensors")
    #expect(again.errors.contains("30/30 units (30 from before)"))
  }

  /// Weights that know nothing of statistics leave out the methods that need them, and no others.
  @Test func weightsWithoutGlobalHintsSkipWhatNeedsThem() throws {
    let scratch = try Scratch.withAffinity()
    let outcome = try run(scratch, "--output run --limit 1 --weights affinity.safetensors")
    let skipped = outcome.errorLines.filter { $0.hasPrefix("Skipped: ") }
    #expect(
      skipped
        == ["affinity-global-hints", "affinity-global-hints-saturation"].map {
          "Skipped: method \($0) needs weights with a global branch, which affinity.safetensors lacks"
        })
    #expect(try !scores(scratch, "affinity-hints", "random", 1).isEmpty)
    #expect(try scores(scratch, "affinity-global-hints", "none", 0).isEmpty)
  }
}
