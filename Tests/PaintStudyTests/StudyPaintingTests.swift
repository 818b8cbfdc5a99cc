import Foundation
import PaintServer
import PaintStudy
import Testing

/// The study as the server sees it: who gets which plan, and that nothing names an image.
@Suite struct StudyPaintingTests {
  @Test func plansAreDealtInTurn() throws {
    let scratch = try Scratch()
    try design(smallStudy(subjects: 3), scratch)
    let once = try StudyPainting(scratch.file("design"))
    var taken: [String] = []
    for expected in ["1", "2", "3"] {
      let subject = try once.subject(wish: nil, taken: taken)
      #expect(subject == expected)
      taken.append(subject)
    }
    #expect(throws: PaintRefusal.full) { try once.subject(wish: nil, taken: taken) }
    let twice = try StudyPainting(scratch.file("design"), rounds: 2)
    #expect(try twice.subject(wish: nil, taken: taken) == "1-2")
    #expect(try twice.subject(wish: nil, taken: ["2", "1"]) == "3")
    // Simulated painters take nobody's place.
    let simulated = try once.subject(wish: "simulated-2", taken: ["2"])
    #expect(simulated == "simulated-2")
    #expect(try once.subject(wish: nil, taken: [simulated]) == "1")
    #expect(try once.subject(wish: "2", taken: ["2", simulated]) == "2-2")
    for wish in ["4", "0", "-1", "x", "", "simulated-9", "simulated", "2-2", "1/../2"] {
      #expect(throws: PaintRefusal.unknownSubject) { try once.subject(wish: wish, taken: []) }
    }
  }

  @Test func offersFollowThePlan() throws {
    let scratch = try Scratch()
    let made = try design(smallStudy(), scratch).design
    let study = try StudyPainting(scratch.file("design"))
    #expect(!study.allowsUploads && !study.isFree && study.method == "levin2004-ab")
    let introduction = try #require(study.introduction)
    #expect(introduction.goal == "Make it look realistic.")
    #expect(introduction.consent.contains { $0.contains("4 pictures, each for 20 seconds") })
    for (plan, name) in zip(made.subjects, ["1", "simulated-2", "3-4", "4"]) {
      let offers = study.pictures(of: name)
      #expect(offers.map(\.arm) == plan.tasks.map(\.arm))
      let isSimulated = name.hasPrefix("simulated")
      #expect(offers.map(\.seconds) == plan.tasks.map { isSimulated ? nil : $0.seconds })
      #expect(
        offers.map(\.title) == ["Training 1", "Training 2"] + (1...4).map { "Picture \($0)" })
      #expect(offers.map(\.isTraining) == plan.tasks.map { $0.kind == .training })
      for (offer, task) in zip(offers, plan.tasks) {
        #expect(!offer.title.contains(task.image))
        #expect(offer.path.hasPrefix(scratch.file("design/gray/")))
        #expect(offer.key.hasSuffix("/" + task.image))
      }
    }
    #expect(study.pictures(of: "9").isEmpty && study.pictures(of: "painter").isEmpty)
  }

  @Test(arguments: ["1", "12", "3-2", "simulated-4", "simulated-4-3"])
  func subjectNamesReadAsTheyAreWritten(_ text: String) {
    #expect(SubjectName(text)?.description == text)
  }

  @Test(arguments: ["", "0", "a", "1-1", "1-", "-1", "1-2-3", "simulated-", "1.5", "1-0"])
  func otherNamesAreNone(_ text: String) { #expect(SubjectName(text) == nil) }
}
