import Foundation
import PerceptualStudy
import Testing

/// A rehearsal says what writing would say, and leaves nothing.
@Suite struct RehearsalTests {
  @Test func nothingIsLeft() throws {
    let scratch = try SharedDesign.scratch()
    let own = try Scratch()
    let folder = own.file("design")
    let report = try StudyDesigner(scratch.declaration()).rehearse(for: folder)
    #expect(report.design == (try SharedDesign.report().design))
    #expect(!own.exists("design"))
    // A design that is there is looked at, and stays.
    let other = try SharedDesign.copied(into: own)
    let there = try StudyDesigner(scratch.declaration()).rehearse(for: other)
    #expect(there.wasThere)
    var another = scratch.declaration()
    another.seed += 1
    #expect(throws: PerceptualStudyError.self) { try StudyDesigner(another).rehearse(for: other) }
    try own.put("mine", "consent.md")
    let error = #expect(throws: PerceptualStudyError.self) {
      try StudyDesigner(scratch.declaration()).rehearse(for: own.path)
    }
    #expect(error?.message.contains("consent.md, but no design") == true)
  }

  @Test func whatIsInfeasibleIsRefused() throws {
    let scratch = try SharedDesign.scratch()
    let wish = scratch.declaration(trials: 30)
    let error = #expect(throws: PerceptualStudyError.self) {
      try StudyDesigner(wish).rehearse(for: scratch.file("none"))
    }
    #expect(error?.message.contains("take 33 images, and there are 12") == true)
  }

  /// Two images whose names are the same letters in other bytes are two images everywhere.
  @Test func namesInTwoNormalFormsAreTwoImages() throws {
    let scratch = try Scratch()
    let (composed, decomposed) = ("caf\u{E9}", "cafe\u{301}")
    try scratch.makePictures(4) { [composed, decomposed, "b", "c"][$0] }
    let study = scratch.declaration(judges: 2, trials: 4, practice: 0, vigilance: 0)
    let design = try StudyDesigner(study).write(into: scratch.file("design")).design
    func bytes(_ texts: [String]) -> Set<[UInt8]> { Set(texts.map { Array($0.utf8) }) }
    #expect(bytes(design.pictures.map(\.image)) == bytes([composed, decomposed, "b", "c"]))
    for schedule in design.schedules {
      #expect(bytes(schedule.trials.map(\.image)).count == 4)
    }
    #expect(design.picturesByImage.count == 4)
    // Answers in another form are not taken for known ones, and are told why.
    let trial = try #require(
      design.schedules[0].trials.first { $0.image.utf8.elementsEqual(composed.utf8) })
    let known = try #require(
      design.schedules[0].trials.first { $0.image.utf8.elementsEqual(decomposed.utf8) })
    func swapped(_ trial: Trial, _ image: String) -> Judgement {
      Judgement(
        judge: "x",
        trial: Trial(
          position: trial.position, kind: trial.kind, image: image, method: trial.method,
          realFirst: trial.realFirst), answer: .first, reactionMilliseconds: nil)
    }
    try AnswersFile.write(
      [swapped(trial, composed), swapped(known, decomposed)], to: scratch.file("right.csv"))
    let imported = try HintbenchAnswers.read(scratch.file("right.csv"), design: design)
    #expect(imported.judgements.count == 2)
    var alone = design
    alone.pictures.removeAll { $0.image.utf8.elementsEqual(decomposed.utf8) }
    alone.schedules = [JudgeSchedule(judge: 1, trials: [trial])]
    try AnswersFile.write([swapped(trial, decomposed)], to: scratch.file("wrong.csv"))
    let error = #expect(throws: PerceptualStudyError.self) {
      try HintbenchAnswers.read(scratch.file("wrong.csv"), design: alone)
    }
    #expect(
      error?.message.contains(
        "is written in letters with combining accents (NFD) here and in composed letters (NFC) in the "
          + "design") == true, "\(error?.message ?? "")")
  }
}
