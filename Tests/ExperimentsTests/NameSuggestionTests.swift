import Prose
import Testing

/// What a misspelt name probably was.
@Suite struct NameSuggestionTests {
  private static let names = ["run", "merge", "report", "levin2004", "levin2004-ab", "psnr"]

  @Test(
    arguments: [
      ("rum", "run"), ("rn", "run"), ("Merge", "merge"), ("PSNR", "psnr"), ("levin", "levin2004"),
      ("levin2004ab", "levin2004-ab"), ("reprot", "report"), ("rep", "report"),
    ])
  func near(_ written: String, _ name: String) {
    #expect(NameSuggestion.nearest(to: written, in: Self.names) == name)
    #expect(NameSuggestion.hint(for: written, in: Self.names) == "; did you mean '\(name)'?")
  }

  /// Half of a word, or three letters, may differ; no more.
  @Test(arguments: ["", "x", "foo", "le", "frobnicate", String(repeating: "run", count: 1000)])
  func far(_ written: String) {
    #expect(NameSuggestion.nearest(to: written, in: Self.names) == nil)
    #expect(
      NameSuggestion.hint(for: written, in: Self.names)
        == "; known: run, merge, report, levin2004, levin2004-ab, psnr")
    #expect(NameSuggestion.hint(for: written, in: []).isEmpty)
  }
}
