import Foundation
import PaintFixtures
import PaintStudy
import Testing

/// Study files are written by hand: every mistake is named, with its line.
@Suite struct PaintStudyFileTests {
  private func parse(_ text: String) throws(PaintStudyError) -> PaintStudyDeclaration {
    try PaintStudyFile.parse(Data(text.utf8), file: "s.yaml")
  }

  /// The path of a file in `Studies`.
  private func study(_ name: String) -> String {
    URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Studies/\(name)").path
  }

  @Test func readsTheNovices() throws {
    let study = try PaintStudyFile.read(study("novices.yaml"))
    #expect(study.study == "novices" && study.method == "local-hints" && study.seed == 2017)
    // Zhang et al. 2017, section 4.2.
    #expect(study.subjects == 28 && study.pictures == 10 && study.seconds == 60)
    #expect(study.trainingSeconds == 120 && study.trainingPictures == 2)
    #expect(study.scenes == 28 * 10 + 2)
  }

  /// Eight photographs and four people do: each photograph is painted once in each arm, by different
  /// people, in five minutes.
  @Test func theSmallStudyRunsWithEightPhotographs() throws {
    var study = try PaintStudyFile.read(study("novices-small.yaml"))
    #expect(study.subjects == 4 && study.pictures == 2 && study.seconds == 30)
    #expect(study.trainingPictures == 0 && study.scenes == 8 && study.method == "local-hints")
    let scratch = try Scratch()
    try ScenePictures.write(8, to: scratch.file("photos"))
    study.images = scratch.file("photos")
    let report = try design(study, scratch)
    #expect(report.leftOut.isEmpty && report.design.pictures.count == 8)
    #expect(report.balance.cells.count == 16)
    #expect(report.balance.cells.allSatisfy { $0.paintings == 1 })
    for plan in report.design.subjects {
      #expect(plan.tasks.count == 4 && plan.tasks.reduce(0) { $0 + $1.seconds } <= 300)
    }
    let consent = String(decoding: try scratch.data("design/consent.txt"), as: UTF8.self)
    #expect(!consent.contains("learn") && consent.contains("takes about 3 minutes"))
  }

  /// What subjects agree to tells nothing of what is compared; what they read afterwards does.
  @Test func theConsentTellsNothingOfWhatIsCompared() throws {
    let scratch = try Scratch()
    try design(smallStudy(), scratch)
    let consent = String(decoding: try scratch.data("design/consent.txt"), as: UTF8.self)
    for word in ["suggest", "recommend", "slider", "palette", "with and without"] {
      #expect(!consent.lowercased().contains(word))
    }
    #expect(consent.contains("First you learn it with 2 other pictures."))
    let thanks = String(decoding: try scratch.data("design/thanks.txt"), as: UTF8.self)
    #expect(thanks.contains("suggested colours"))
  }

  @Test func readsEveryKey() throws {
    let study = try parse(
      """
      study: s
      title: T
      source: P
      images: Photos
      scenes: 30
      subjects: 3
      pictures: 4
      training: {pictures: 1, seconds: 30}
      seconds: 45
      image_size: 300
      method: levin2004
      goal: Paint.
      consent: {file: c.txt, version: "2"}
      thanks: {version: "3"}
      seed: 9
      """)
    var expected = PaintStudyDeclaration()
    expected.study = "s"
    expected.title = "T"
    expected.source = "P"
    expected.images = "Photos"
    expected.scenes = 30
    expected.subjects = 3
    expected.pictures = 4
    expected.trainingPictures = 1
    expected.trainingSeconds = 30
    expected.seconds = 45
    expected.imageSize = 300
    expected.method = "levin2004"
    expected.goal = "Paint."
    expected.consent = .init(file: "c.txt", version: "2")
    expected.thanks = .init(version: "3")
    expected.seed = 9
    #expect(study == expected)
  }

  @Test(
    arguments: [
      ("title: x", 1, "study"), ("study: a b", 1, "study"), ("study: s\nsubject: 3", 2, "subject"),
      ("study: s\nsubjects: 0", 2, "subjects"), ("study: s\nseconds: 1e9", 2, "seconds"),
      ("study: s\nmethod: nothing", 2, "method"),
      ("study: s\ntraining: {pictures: 30}", 2, "training.pictures"),
      ("study: s\n\ntraining: {pictures: 2, seconds: 1}", 3, "training.seconds"),
      ("study: s\ntraining: 7", 2, "training"), ("study: s\nconsent: {path: x}", 2, "consent.path"),
      ("study: s\nseed: -1", 2, "seed"), ("- a", 1, ""), ("", 1, ""), ("study: [", 1, ""),
      ("study: &a s", 1, ""),
    ])
  func namesMistakes(_ text: String, _ line: Int, _ key: String) throws {
    let error = #expect(throws: PaintStudyError.self) { try parse(text) }
    guard case .invalidDeclaration("s.yaml", let problems) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(problems.contains { $0.key == key }, "\(problems)")
    #expect(key.isEmpty || problems.contains { $0.key == key && $0.line == line }, "\(problems)")
    #expect(error?.exitCode == 65)
  }

  @Test func namesAllMistakesAtOnce() {
    let error = #expect(throws: PaintStudyError.self) {
      try parse("study: s\nsubjects: 0\npictures: x\nseconds: 2")
    }
    #expect(error?.message.split(separator: "\n").count == 3)
  }

  @Test func missingFilesAreNamed() {
    #expect(throws: PaintStudyError.missing("/nowhere.yaml")) {
      try PaintStudyFile.read("/nowhere.yaml")
    }
  }
}
