import Foundation
import Testing

/// How colours are suggested is said by the weights' file.
@Suite struct SuggestionRecipeTests {
  @Test func convertRecordsAndKeepsTheRecipe() throws {
    let scratch = try Scratch.withNetworks()
    // A file that says nothing: as published, and so it is recorded.
    #expect(try recipe(of: "local.safetensors", scratch) == "by clusters, … 0.2")
    #expect(try scratch.command("weights convert local.safetensors plain").code == 0)
    #expect(try recipe(of: "plain", scratch) == "by clusters, … 0.2")
    let line = "weights convert local.safetensors ours --suggestion-rule coverage"
    #expect(try scratch.command(line + " --suggestion-softening 0.8").code == 0)
    for _ in 0..<2 {
      #expect(try recipe(of: "ours", scratch) == "by coverage, … 0.8")
      let inspected = try scratch.command("weights inspect ours").output
      #expect(inspected.contains("metadata suggestion_rule: coverage\n"))
      #expect(inspected.contains("metadata suggestion_softening: 0.8\n"))
      // What a file says is kept.
      #expect(try scratch.command("weights convert ours ours --type F16").code == 0)
    }
    // Another rule has its own softening.
    #expect(try scratch.command("weights convert ours back --suggestion-rule clusters").code == 0)
    #expect(try recipe(of: "back", scratch) == "by clusters, … 0.2")
    #expect(try scratch.command("weights convert ours back --suggestion-softening 0.5").code == 0)
    #expect(try recipe(of: "back", scratch) == "by coverage, … 0.5")
    // A network that cannot suggest is not told of.
    #expect(try scratch.command("weights convert headless.safetensors none").code == 0)
    #expect(try !scratch.command("weights inspect none").output.contains("suggestion"))
    expectError(
      try scratch.command("weights convert headless.safetensors no --suggestion-rule coverage"), 64,
      "headless.safetensors: has no colour distribution branch")
    #expect(!scratch.exists("no"))
  }

  @Test func suggestionsFollowTheFile() throws {
    let scratch = try Scratch.withNetworks()
    let line = "weights convert local.safetensors"
    #expect(try scratch.command(line + " plain").code == 0)
    #expect(try scratch.command(line + " sharp --suggestion-softening 1").code == 0)
    #expect(try scratch.command(line + " ours --suggestion-rule coverage").code == 0)
    let outputs = try ["local.safetensors", "plain", "sharp", "ours"].map { file in
      let outcome = try scratch.command("suggest in.png --size 48 --at 9,31 --weights \(file)")
      #expect(outcome.code == 0, "\(outcome.errors)")
      return outcome.output
    }
    #expect(outputs[0] == outputs[1] && Set(outputs).count == 3)
    // The colours of the picture itself do not depend on it.
    let pictures = try ["plain", "ours"].map { file in
      let outcome = try scratch.command(
        "colorize in.png --method automatic --weights \(file) --size 48 --ab \(file).npy")
      #expect(outcome.code == 0, "\(outcome.errors)")
      return try scratch.data("\(file).npy")
    }
    #expect(pictures[0] == pictures[1])
  }

  @Test(
    arguments: [
      (["suggestion_softening": "nan"], "suggestion_softening is 'nan'", "0.01 to 10.0"),
      (["suggestion_softening": "-1"], "suggestion_softening is '-1'", "0.01 to 10.0"),
      (["suggestion_rule": "best"], "suggestion_rule is 'best'", "'clusters' or 'coverage'"),
    ])
  func damagedEntriesAreNamed(_ metadata: [String: String], _ said: String, _ known: String) throws
  {
    let scratch = try Scratch.withNetworks()
    try scratch.put(WeightsNetwork.local.safetensors(metadata: metadata), "bad")
    for line in [
      "suggest in.png --size 48 --at 9,9 --weights bad", "weights convert bad out",
      "colorize in.png --method automatic --weights bad --size 48 --ab out",
    ] {
      expectError(try scratch.command(line), 65, "bad: the metadata entry " + said, known)
    }
    #expect(!scratch.exists("out"))
  }

  @Test(
    arguments: [
      "--suggestion-rule best", "--suggestion-softening 0", "--suggestion-softening nan",
      "--suggestion-softening=-1", "--suggestion-softening 11",
    ])
  func wrongUsage(_ usage: String) throws {
    let scratch = try Scratch.withNetworks()
    let outcome = try scratch.command("weights convert local.safetensors o \(usage)")
    #expect(outcome.code == 64 && outcome.errors.contains("Usage: hintbench weights convert"))
    #expect(!scratch.exists("o"))
  }

  /// What `inspect` says of suggestions, in short.
  private func recipe(of file: String, _ scratch: Scratch) throws -> String {
    let lines = try scratch.command("weights inspect \(file)").output.split(separator: "\n")
    let line = try #require(lines.first { $0.hasPrefix("suggestions: ") })
    return line.dropFirst("suggestions: ".count)
      .replacingOccurrences(of: "of the distribution of logits times", with: "…")
  }
}
