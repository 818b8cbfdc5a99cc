import Foundation
import PerceptualStudy
import Testing

/// Study files are read, and every mistake in them is named.
@Suite struct StudyDeclarationTests {
  @Test func everyKeyIsRead() throws {
    let study = try parse(
      """
      study: mine
      title: A title
      source: A paper
      truth: T
      methods:
        - {name: a, folder: A, published_rate: 0.25}
        - {name: b, folder: B}
      judges: 7
      trials: 8
      practice: 3
      vigilance: 2
      exposure: {before: 100, picture: 200, between: 300}
      image_size: 128
      break_every: 4
      exclusion: {missed_vigilance: 0.5, answered_main: 0.8, median_reaction: 200}
      consent: {file: c.md, version: "3"}
      debriefing: {version: d}
      seed: 11
      """)
    #expect(study.study == "mine" && study.title == "A title" && study.source == "A paper")
    #expect(study.truth == "T")
    #expect(
      study.methods == [
        .init(name: "a", folder: "A", publishedRate: 0.25), .init(name: "b", folder: "B"),
      ])
    #expect(study.judges == 7 && study.trials == 8 && study.practice == 3 && study.vigilance == 2)
    #expect(study.exposure == Exposure(before: 100, picture: 200, between: 300))
    #expect(study.imageSize == 128 && study.breakEvery == 4 && study.seed == 11)
    #expect(
      study.exclusion
        == ExclusionRule(missedVigilance: 0.5, answeredMain: 0.8, medianReaction: 200))
    #expect(study.consent.file == "c.md" && study.consent.version == "3")
    #expect(study.debriefing.file == nil && study.debriefing.version == "d")
  }

  @Test(
    arguments: [
      ("study: a b", "1: study: should be letters"),
      ("study: a\njudges: 0", "2: judges: should be a whole number in 1...10000"),
      ("study: a\ntrails: 3", "2: trails: unknown key; did you mean 'trials'?"),
      ("study: a\nmethods: []", "2: methods: should be a list"),
      (
        "study: a\nmethods: [{name: x, folder: f}, {name: x, folder: g}]",
        "methods[1].name: 'x' stands in the list twice"
      ),
      ("study: a\nmethods: [{name: gt, folder: f}]", "stands for something else"),
      ("study: a\nmethods: [{name: x, run: r}]", "methods[0].run: a run keeps hints and tables"),
      ("study: a\nmethods: [{name: x, folder: f, published_rate: 27}]", "published_rate"),
      ("study: a\nexposure: {picture: 0}", "exposure.picture: should be a whole number in 1..."),
      ("study: a\nexclusion: {missed_vigilance: .nan}", "should be a number in 0.0...1.0"),
      ("title: t", "1: study: is missing"),
      ("", "is empty; see Studies/table2.yaml"),
      ("study: &a b", "anchors and aliases are not used"),
      ("study: [", "is not YAML"),
      ("- study", "should be a list of 'key: value' lines"),
    ])
  func mistakesAreNamed(_ text: String, _ part: String) {
    let error = #expect(throws: PerceptualStudyError.self) { try parse(text) }
    #expect(error?.exitCode == 65)
    #expect(error?.message.contains(part) == true, "\(error?.message ?? "")")
  }

  @Test func allMistakesAreNamedAtOnce() {
    let error = #expect(throws: PerceptualStudyError.self) {
      try parse("study: a\njudges: x\nseed: -1\nimage_size: 9")
    }
    #expect(error?.message.split(separator: "\n").count == 3)
  }

  @Test func methodsGivenByOptionsReplaceTheFiles() throws {
    var study = try parse("study: a\nmethods: [{name: x, folder: f, published_rate: 0.2}]")
    try study.replaceMethods([])
    #expect(study.methods.map(\.folder) == ["f"])
    try study.replaceMethods(["y=g", "x=h=i"])
    #expect(
      study.methods == [
        .init(name: "y", folder: "g"), .init(name: "x", folder: "h=i", publishedRate: 0.2),
      ])
    #expect(throws: PerceptualStudyError.self) { try study.replaceMethods(["y"]) }
  }

  @Test func whatIsMissingOrOutOfRangeIsSaid() throws {
    let scratch = try SharedDesign.scratch()
    func refusal(_ change: (inout StudyDeclaration) -> Void) -> PerceptualStudyError? {
      var study = scratch.declaration()
      change(&study)
      do { _ = try StudyDesigner(study) } catch { return error }
      return nil
    }
    #expect(refusal { _ in } == nil)
    #expect(refusal { $0.truth = nil }?.message.contains("--truth DIR") == true)
    #expect(refusal { $0.methods = [] }?.message.contains("--method NAME=DIR") == true)
    #expect(refusal { $0.judges = 0 }?.exitCode == 64)
    #expect(refusal { $0.methods[1].name = "pale" }?.message.contains("twice") == true)
    #expect(refusal { $0.methods[1].name = "../x" }?.message.contains("letters") == true)
    #expect(refusal { $0.methods[1].name = "vigilance" }?.exitCode == 64)
    #expect(refusal { $0.consent.file = "/nowhere" } == .missing("/nowhere"))
  }

  private func parse(_ text: String) throws(PerceptualStudyError) -> StudyDeclaration {
    try StudyDeclarationFile.parse(Data(text.utf8), file: "study.yaml")
  }
}
