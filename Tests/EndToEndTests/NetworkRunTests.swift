import Foundation
import Testing

/// Studies of learned methods.
@Suite struct NetworkRunTests {
  private static let study = """
    study: learned
    version: 1
    title: A learned study
    source: nowhere
    size: 44
    seed: 3
    scenes: 2
    methods: [gray, automatic, local-hints, global-hints, global-hints-saturation]
    oracles: [none, random, max-error]
    points: [0, 1, 3]
    patch: 7
    metrics: [psnr]

    """

  private static let methods = [
    "gray", "automatic", "local-hints", "global-hints", "global-hints-saturation",
  ]

  private static let both = "--weights local.safetensors --weights global.safetensors"

  private func scratch() throws -> Scratch {
    let scratch = try Scratch.withNetworks()
    try scratch.put(Self.study, "learned.yaml")
    return scratch
  }

  private func rows(_ scratch: Scratch, _ file: String) throws -> [[String]] {
    try scratch.lines(file).dropFirst().map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// The methods of a manifest by name.
  private func recorded(_ scratch: Scratch, _ folder: String) throws -> [String: [String: Any]] {
    let object = try JSONSerialization.jsonObject(with: scratch.data("\(folder)/manifest.json"))
    let manifest = try #require(object as? [String: Any])
    let methods = try #require(manifest["methods"] as? [[String: Any]])
    return Dictionary(
      methods.map { ($0["name"] as? String ?? "", $0) }, uniquingKeysWith: { $1 })
  }

  @Test func runsAreTheSameEveryTime() throws {
    let scratch = try scratch()
    for (folder, jobs) in [("one", 1), ("two", 2)] {
      let outcome = try scratch.command(
        "run learned.yaml --output \(folder) --jobs \(jobs) \(Self.both)")
      #expect(outcome.code == 0 && !outcome.errors.contains("Skipped"), "\(outcome.errors)")
    }
    for name in ["results.csv", "hints.csv", "table.csv"] {
      #expect(try scratch.data("one/\(name)") == scratch.data("two/\(name)"), "\(name)")
    }
    let results = try rows(scratch, "one/results.csv")
    #expect(Set(results.map { $0[2] }) == Set(Self.methods))
    func scores(_ method: String, _ oracle: String, _ points: String) -> [String] {
      results.filter { $0[2] == method && $0[3] == oracle && $0[4] == points }.map { $0[5] }
    }
    #expect(scores("local-hints", "random", "0") == scores("automatic", "none", "0"))
    #expect(scores("local-hints", "random", "3") != scores("automatic", "random", "3"))
    #expect(scores("automatic", "random", "3") == scores("automatic", "none", "0"))
    #expect(scores("global-hints", "max-error", "3") == scores("global-hints", "none", "0"))
    #expect(scores("global-hints", "none", "0") != scores("global-hints-saturation", "none", "0"))
    #expect(scores("global-hints", "none", "0").count == 2)
    let page = try scratch.text("one/report.html")
    for method in Self.methods { #expect(page.contains(method), "\(method)") }
    try expectManifestNamesTheWeights(scratch)
  }

  private func expectManifestNamesTheWeights(_ scratch: Scratch) throws {
    let methods = try recorded(scratch, "one")
    #expect(Set(methods.keys) == Set(Self.methods))
    for (name, file) in [
      ("automatic", "local"), ("local-hints", "local"), ("global-hints", "global"),
      ("global-hints-saturation", "global"),
    ] {
      let method = try #require(methods[name])
      let inspected = try scratch.command("weights inspect \(file).safetensors").output
      let hash = try #require(method["weights"] as? String)
      #expect(hash.count == 64 && inspected.contains("sha256: \(hash)\n"))
      #expect((method["weights_file"] as? String)?.hasSuffix("\(file).safetensors") == true)
    }
    #expect(methods["gray"]?["weights"] == nil && methods["gray"]?["weights_file"] == nil)
  }

  @Test func methodsWithoutWeightsAreSkipped() throws {
    let scratch = try scratch()
    let none = try scratch.command("run learned.yaml --limit 1 --output none")
    #expect(none.code == 0, "\(none.errors)")
    for (method, network) in [
      ("automatic", "Local"), ("local-hints", "Local"), ("global-hints", "Global"),
      ("global-hints-saturation", "Global"),
    ] {
      let line = "Skipped: method \(method) needs the weights of a \(network) Hints Network"
      #expect(none.errorLines.filter { $0.hasPrefix(line) }.count == 1, "\(method)")
    }
    #expect(Set(try rows(scratch, "none/results.csv").map { $0[2] }) == ["gray"])
    #expect(try scratch.text("none/manifest.json").contains("local-hints"))
    let one = try scratch.command(
      "run learned.yaml --limit 1 --output one --weights global.safetensors")
    #expect(one.code == 0 && one.errorLines.filter { $0.hasPrefix("Skipped") }.count == 2)
    #expect(
      Set(try rows(scratch, "one/results.csv").map { $0[2] })
        == ["gray", "global-hints", "global-hints-saturation"])
    // Nothing left to run.
    let learned = Self.study.replacingOccurrences(of: "[gray, ", with: "[")
    try scratch.put(learned, "only.yaml")
    let outcome = try scratch.command("run only.yaml --output only")
    expectError(outcome, 65, "none of its methods can be run")
    #expect(!scratch.exists("only/results.csv"))
  }

  /// Weights that lie where the bundled ones do serve without being named.
  @Test func bundledWeightsServeWhereNoneAreNamed() throws {
    let scratch = try scratch()
    try FileManager.default.createDirectory(
      atPath: scratch.file("bundled"), withIntermediateDirectories: true)
    try scratch.put(scratch.data("local.safetensors"), "bundled/local-hints.safetensors")
    let outcome = try scratch.command("run learned.yaml --limit 1 --output bundled-run")
    #expect(outcome.code == 0 && outcome.errorLines.filter { $0.hasPrefix("Skipped") }.count == 2)
    let named = try scratch.command(
      "run learned.yaml --limit 1 --output named --weights local.safetensors")
    #expect(named.code == 0)
    #expect(try scratch.data("bundled-run/results.csv") == scratch.data("named/results.csv"))
    try scratch.put("no weights", "bundled/global-hints.safetensors")
    expectError(
      try scratch.command("run learned.yaml --limit 1 --output damaged"), 65,
      "global-hints.safetensors")
  }

  @Test func wrongWeightsEndTheRun() throws {
    let scratch = try scratch()
    let line = "run learned.yaml --output r --weights "
    try scratch.copy("local.safetensors", "copy.safetensors")
    expectError(
      try scratch.command(line + "local.safetensors --weights copy.safetensors"), 64,
      "local.safetensors and copy.safetensors are both for a network of one kind")
    expectError(try scratch.command(line + "none.safetensors"), 66, "none.safetensors")
    expectError(try scratch.command(line + "in.png"), 65, "in.png")
    #expect(!scratch.exists("r"))
  }

  /// Other weights in a finished run's folder: what does not depend on them stays, nothing else.
  @Test func resultsOfOtherWeightsAreNotMixed() throws {
    let scratch = try scratch()
    let network = WeightsNetwork(inputs: 4, bins: 529, seed: 77)
    try scratch.put(network.safetensors(), "other.safetensors")
    let line = "run learned.yaml --limit 1 --output "
    let first = try scratch.command(line + "r \(Self.both)")
    #expect(first.code == 0)
    let results = try scratch.data("r/results.csv")
    let other = "--weights other.safetensors --weights global.safetensors"
    let second = try scratch.command(line + "r " + other)
    #expect(second.code == 0 && second.errors.contains("15/15 units (9 from before)"))
    #expect(try scratch.command(line + "fresh " + other).code == 0)
    #expect(try scratch.data("r/results.csv") == scratch.data("fresh/results.csv"))
    #expect(try scratch.data("r/results.csv") != results)
    // The first weights again, under another name: their units are known.
    try scratch.copy("local.safetensors", "same.safetensors")
    let again = try scratch.command(
      line + "r --weights same.safetensors --weights global.safetensors")
    #expect(again.code == 0 && again.errors.contains("15/15 units (15 from before)"))
    #expect(try scratch.data("r/results.csv") == results)
  }

  @Test func shardsOfOtherWeightsAreNotMerged() throws {
    let scratch = try scratch()
    try scratch.put(
      WeightsNetwork(inputs: 4, bins: 529, seed: 77).safetensors(), "other.safetensors")
    for (folder, shard, weights) in [
      ("a", "1/2", "local"), ("b", "2/2", "local"), ("c", "2/2", "other"),
    ] {
      let outcome = try scratch.command(
        "run learned.yaml --limit 1 --shard \(shard) --output \(folder)"
          + " --weights \(weights).safetensors")
      #expect(outcome.code == 0, "\(outcome.errors)")
    }
    expectError(
      try scratch.command("merge a c --output x"), 65, "other methods, versions or weights")
    let merged = try scratch.command("merge a b --output m")
    #expect(merged.code == 0, "\(merged.errors)")
  }

  /// A report needs the weights only for its pictures; without them it says so.
  @Test func reportsOutliveTheWeights() throws {
    let scratch = try scratch()
    #expect(try scratch.command("run learned.yaml --limit 1 --output r \(Self.both)").code == 0)
    let results = try scratch.data("r/results.csv")
    let other = WeightsNetwork(inputs: 4, bins: 529, seed: 77).safetensors()
    for fate in ["changed", "damaged", "deleted"] {
      switch fate {
      case "changed": try scratch.put(other, "local.safetensors")
      case "damaged": try scratch.put("damaged", "local.safetensors")
      default: try FileManager.default.removeItem(atPath: scratch.file("local.safetensors"))
      }
      for name in ["report.html", "results.csv"] {
        try FileManager.default.removeItem(atPath: scratch.file("r/\(name)"))
      }
      let outcome = try scratch.command("report r")
      #expect(outcome.code == 0 && outcome.signal == nil, "\(fate): \(outcome.errors)")
      #expect(try scratch.data("r/results.csv") == results)
      let page = try scratch.text("r/report.html")
      #expect(page.contains("local-hints") && page.contains("<svg"))
      let told = outcome.errors + outcome.output + page
      #expect(told.contains("local.safetensors"), "\(fate): \(outcome.errors)")
    }
  }
}
