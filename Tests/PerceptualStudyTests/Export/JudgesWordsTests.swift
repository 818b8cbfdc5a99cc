import Foundation
import PerceptualStudy
import Testing

/// What judges read fits the study: nothing of practice, vigilance or breaks where there are none, and
/// one pair is one pair.
@Suite struct JudgesWordsTests {
  /// All texts that judges and experimenters get of a study of 12 images.
  private func texts(trials: Int, practice: Int, vigilance: Int) throws -> (
    judges: [String], notes: String
  ) {
    let source = try SharedDesign.scratch()
    let scratch = try Scratch()
    var study = source.declaration(trials: trials, practice: practice, vigilance: vigilance)
    study.judges = 2
    _ = try StudyDesigner(study).write(into: scratch.file("design"))
    let export = try StudyExport(scratch.file("design"), url: nil)
    for (format, folder) in [
      (StudyExport.Format.mturk, "mturk"), (.html, "html"), (.static, "static"),
    ] {
      _ = try export.write(format, into: scratch.file(folder))
    }
    func visible(_ name: String) throws -> String {
      try scratch.text(name).replacing(
        /<(script|style).*?<\/(script|style)>/.dotMatchesNewlines(), with: ""
      )
      .replacing(/\s+/, with: " ")
    }
    let judges = [
      try visible("design/consent.md"), try visible("design/debriefing.md"),
      try visible("static/index.html"), try visible("html/batch.html"),
    ]
    return (judges, try visible("mturk/README.md"))
  }

  @Test func nothingIsToldOfWhatIsNotThere() throws {
    let (judges, notes) = try texts(trials: 4, practice: 0, vigilance: 0)
    for text in judges {
      #expect(!text.localizedCaseInsensitiveContains("practice"), "\(text)")
      #expect(!text.localizedCaseInsensitiveContains("on purpose"), "\(text)")
      #expect(!text.contains(" 0 ") && !text.contains("rest "), "\(text)")
    }
    #expect(!notes.localizedCaseInsensitiveContains("practice"), "\(notes)")
    #expect(judges[0].contains("You see 4 pairs of pictures"))
    #expect(judges[2].contains("You see 4 pairs of pictures. Look"))
  }

  @Test func onePairIsOnePair() throws {
    let (alone, _) = try texts(trials: 1, practice: 0, vigilance: 0)
    #expect(alone[0].contains("You see 1 pair of pictures"))
    #expect(alone[2].contains("You see 1 pair of pictures. Look"))
    let (judges, notes) = try texts(trials: 4, practice: 1, vigilance: 1)
    #expect(judges[1].contains("One pair was easy on purpose."))
    #expect(judges[2].contains("The first one is for practice"))
    #expect(notes.contains("Practice comes first: 1 pair of 6."))
  }

  @Test func theUsualStudyReadsAsEver() throws {
    let (judges, notes) = try texts(trials: 6, practice: 2, vigilance: 2)
    #expect(judges[1].contains("A few pairs were easy on purpose."))
    #expect(judges[3].contains("The first 2 are for practice"))
    #expect(notes.contains("Practice comes first: 2 pairs of 10."))
  }
}
