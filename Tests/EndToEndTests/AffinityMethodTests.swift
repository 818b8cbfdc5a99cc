import Foundation
import Imaging
import Testing

/// The affinity network on the command line: what is meant where no method is named, and which
/// weights are for which method.
@Suite struct AffinityMethodTests {
  private static let points = "row,column,size,a,b\n10,10,7,50,-40\n40,20,7,-30,30\n"

  private func ab(_ scratch: Scratch, _ line: String) throws -> Data {
    let outcome = try scratch.command("colorize in.png --size 64 --ab out.npy " + line)
    try #require(outcome.code == 0, "\(line): \(outcome.errors)")
    return try scratch.data("out.npy")
  }

  /// Bundled weights of the affinity network serve where nothing is named; named ones bring their method.
  @Test func colorizingHasADefaultMethod() throws {
    let scratch = try Scratch.withAffinity()
    try scratch.put(Self.points, "hints.csv")
    try scratch.bundle("guided.safetensors")
    let hints = "--hints hints.csv"
    let own = try ab(scratch, "--method affinity-hints \(hints)")
    #expect(try ab(scratch, hints) == own)
    #expect(try ab(scratch, "") != own)
    #expect(try ab(scratch, "") == ab(scratch, "--method affinity-automatic \(hints)"))
    for (weights, method) in [
      ("local", "local-hints"), ("affinity", "affinity-hints"), ("guided", "affinity-hints"),
    ] {
      let named = "\(hints) --weights \(weights).safetensors"
      #expect(try ab(scratch, named) == ab(scratch, "\(named) --method \(method)"), "\(weights)")
    }
    let statistics = "--saturation 0.7 --histogram-from in.png"
    let guided = try ab(scratch, "\(statistics) --method affinity-global-hints")
    #expect(try ab(scratch, statistics) == guided && guided != own)
    #expect(try ab(scratch, "--saturation 0.1") != ab(scratch, "--saturation 0.7"))
    let global = "\(statistics) --weights global.safetensors"
    #expect(try ab(scratch, global) == ab(scratch, "\(global) --method global-hints"))
    expectError(
      try scratch.command(
        "colorize in.png --output o.png --saturation 0.5 --weights local.safetensors"),
      64, "not for local-hints")
  }

  @Test func manyPicturesHaveTheSameDefault() throws {
    let scratch = try Scratch.withAffinity()
    try scratch.bundle("affinity.safetensors")
    try scratch.makeFolder("in")
    try scratch.copy("in.png", "in/a.png")
    for (folder, method) in [("one", ""), ("two", "--method affinity-hints")] {
      let outcome = try scratch.command("colorize in --size 64 --output \(folder) \(method)")
      #expect(outcome.code == 0, "\(outcome.errors)")
    }
    #expect(try scratch.data("one/a.png") == scratch.data("two/a.png"))
  }

  @Test func suggestingHasADefaultMethod() throws {
    let scratch = try Scratch.withAffinity()
    try scratch.bundle("guided.safetensors")
    let line = "suggest in.png --at 20,30 --size 64 "
    func rows(_ options: String) throws -> [Substring] {
      let outcome = try scratch.command(line + options)
      try #require(outcome.code == 0, "\(outcome.errors)")
      return outcome.output.split(separator: "\n")
    }
    let own = try rows("")
    #expect(try own == rows("--method affinity-hints") && (3...10).contains(own.count))
    #expect(try own != rows("--weights local.safetensors"))
    #expect(
      try rows("--weights local.safetensors")
        == rows("--weights local.safetensors --method local-hints"))
    #expect(try rows("--saturation 1") == rows("--saturation 1 --method affinity-global-hints"))
    try scratch.put("row,column,size,a,b\n20,30,9,70,-60\n", "hints.csv")
    #expect(try rows("--hints hints.csv") != own)
  }

  @Test func weightsAreForTheirMethods() throws {
    let scratch = try Scratch.withAffinity()
    let line = "colorize in.png --size 64 --output o.png "
    let wrong = [
      ("local-hints", "affinity", "a Local Hints Network", "an affinity network"),
      ("global-hints", "affinity", "a Global Hints Network", "an affinity network"),
      ("affinity-hints", "local", "an affinity network", "a Local Hints Network"),
      ("affinity-automatic", "global", "an affinity network", "a Global Hints Network"),
    ]
    // Bundled weights do not stand in for named ones of another kind.
    try scratch.bundle("affinity.safetensors")
    for (method, file, wanted, found) in wrong {
      expectError(
        try scratch.command(line + "--method \(method) --weights \(file).safetensors"), 64,
        "method \(method) needs the weights of \(wanted), and \(file).safetensors holds those of "
          + found)
    }
    for method in ["affinity-global-hints", "affinity-global-hints-saturation"] {
      expectError(
        try scratch.command(line + "--method \(method) --weights affinity.safetensors"), 64,
        "method \(method) needs weights with a global branch, which affinity.safetensors lacks")
    }
    try scratch.copy("affinity.safetensors", "copy.safetensors")
    try scratch.put(tinyStudy, "tiny.yaml")
    expectError(
      try scratch.command(
        "run tiny.yaml --output r --weights affinity.safetensors --weights copy.safetensors"), 64,
      "affinity.safetensors and copy.safetensors are both for a network of one kind")
    #expect(!scratch.exists("o.png") && !scratch.exists("r"))
  }

  /// Where no weights are at hand the default says so, and what would help.
  @Test func withoutWeightsTheDefaultSaysWhatItNeeds() throws {
    let scratch = try Scratch.withNetworks()
    expectError(
      try scratch.command("colorize in.png --output o.png"), 64,
      "method affinity-hints needs the weights of an affinity network: --weights FILE",
      "where affinity.safetensors is not")
    let doctor = try scratch.command("doctor")
    #expect(
      doctor.output.contains("\nmissing: affinity.safetensors, the weights of an affinity network"))
  }
}
