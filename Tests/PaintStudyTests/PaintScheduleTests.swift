import Foundation
import PaintServer
import PaintStudy
import Testing

/// What a schedule promises, counted here from its tasks without the package's own counting.
@Suite struct PaintScheduleTests {
  private func plans(
    subjects: Int, pictures: Int, training: Int, scenes: Int, seed: UInt64 = 3
  ) throws -> [SubjectPlan] {
    let scratch = try Scratch()
    var study = smallStudy(subjects: subjects, pictures: pictures, training: training)
    study.scenes = scenes
    study.seed = seed
    return try design(study, scratch).design.subjects
  }

  @Test(
    arguments: [
      (1, 1, 0, 2), (4, 2, 2, 40), (5, 3, 1, 7), (7, 4, 2, 29), (6, 5, 3, 13), (28, 10, 2, 282),
    ])
  func isBalanced(_ subjects: Int, _ pictures: Int, _ training: Int, _ scenes: Int) throws {
    let plans = try plans(
      subjects: subjects, pictures: pictures, training: training, scenes: scenes)
    #expect(plans.map(\.subject) == Array(1...subjects))
    var cells: [String: Int] = [:]
    let learned = Set(plans.flatMap(\.tasks).filter { $0.kind == .training }.map(\.image))
    #expect(learned.count == training)
    for plan in plans {
      #expect(plan.tasks.map(\.position) == Array(1...(2 * pictures + training)))
      #expect(Set(plan.tasks.map(\.image)).count == plan.tasks.count)
      #expect(plan.tasks.prefix(training).allSatisfy { $0.kind == .training && $0.seconds == 10 })
      let main = plan.tasks.dropFirst(training)
      #expect(main.allSatisfy { $0.kind == .main && $0.seconds == 20 })
      for arm in PaintingArm.allCases { #expect(main.count { $0.arm == arm } == pictures) }
      for task in main {
        #expect(!learned.contains(task.image))
        cells["\(task.image) \(task.arm.rawValue)", default: 0] += 1
      }
    }
    // Every image that is painted at all could be painted in both arms.
    let images = Set(plans.flatMap(\.tasks).filter { $0.kind == .main }.map(\.image))
    let counts = images.flatMap { image in
      PaintingArm.allCases.map { cells["\(image) \($0.rawValue)"] ?? 0 }
    }
    #expect((counts.max() ?? 0) - (counts.min() ?? 0) <= 1)
    if subjects == 28 { #expect(counts.count == 560 && counts.allSatisfy { $0 == 1 }) }
  }

  @Test(arguments: [(8, 10), (7, 4), (4, 3), (3, 1)])
  func armsComeInBlocks(_ subjects: Int, _ pictures: Int) throws {
    let plans = try plans(subjects: subjects, pictures: pictures, training: 2, scenes: 200)
    var firsts: [PaintingArm] = []
    for plan in plans {
      let arms = plan.tasks.filter { $0.kind == .main }.map(\.arm)
      let first = try #require(arms.first)
      firsts.append(first)
      let opening = (pictures + 1) / 2
      #expect(arms.prefix(opening).allSatisfy { $0 == first })
      #expect(arms.dropFirst(opening).prefix(pictures).allSatisfy { $0 != first })
      #expect(arms.dropFirst(opening + pictures).allSatisfy { $0 == first })
      if pictures % 2 == 0 {
        let mine = arms.indices.filter { arms[$0] == first }.reduce(0, +)
        #expect(2 * mine == arms.indices.reduce(0, +), "mean positions are equal")
      }
      // Training shows both interfaces.
      #expect(Set(plan.tasks.prefix(2).map(\.arm)).count == 2)
    }
    for pair in 0..<(subjects / 2) { #expect(firsts[2 * pair] != firsts[2 * pair + 1]) }
  }

  @Test func theSeedDecides() throws {
    let one = try plans(subjects: 4, pictures: 4, training: 2, scenes: 40, seed: 1)
    #expect(try plans(subjects: 4, pictures: 4, training: 2, scenes: 40, seed: 1) == one)
    #expect(try plans(subjects: 4, pictures: 4, training: 2, scenes: 40, seed: 2) != one)
  }

  @Test func tooFewImagesAreRefused() throws {
    let error = #expect(throws: PaintStudyError.self) {
      try plans(subjects: 2, pictures: 4, training: 2, scenes: 9)
    }
    guard case .infeasible(let reason) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(reason.contains("take 10 images") && reason.contains("there are 9"))
    #expect(error?.exitCode == 65)
  }
}
