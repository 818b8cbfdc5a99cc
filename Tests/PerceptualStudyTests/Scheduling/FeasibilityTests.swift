import PerceptualStudy
import Testing

/// Wishes are refused exactly when nothing can meet them, and what is offered instead can be met.
@Suite struct FeasibilityTests {
  /// Small cases by trying everything: an injection of trials into images exists when there are
  /// enough; places for vigilance trials are found by going through all sets of places.
  @Test func refusalsAreTrueInSmallCases() {
    for images in 1...9 {
      for trials in 1...5 {
        for practice in 0...3 {
          for vigilance in 0...6 {
            let wish = ScheduleWish(
              judges: 2, trials: trials, practice: practice, vigilance: vigilance, images: images,
              methods: 2)
            let can =
              Self.hasPlaces(vigilance, among: trials)
              && Self.mostDistinct(images) >= trials + practice + vigilance
            #expect((wish.obstacle == nil) == can, "\(wish)")
            #expect((try? schedules(wish)) != nil || !can, "\(wish)")
          }
        }
      }
    }
  }

  /// Whether some set of places for vigilance trials leaves the first one free and no two adjacent.
  private static func hasPlaces(_ vigilance: Int, among trials: Int) -> Bool {
    let length = vigilance + trials
    return (0..<(1 << length)).contains { mask in
      mask.nonzeroBitCount == vigilance && mask & 1 == 0 && mask & (mask << 1) == 0
    }
  }

  /// As many trials as there are images, since each takes one of its own.
  private static func mostDistinct(_ images: Int) -> Int { Set(0..<images).count }

  @Test func whatIsOfferedCanBeMetAndIsNearest() throws {
    var wishes = Wishes(seed: 77)
    var refused = 0
    for _ in 0..<2000 {
      let wish = wishes.any(most: 12)
      guard wish.obstacle != nil else {
        #expect(wish.nearest.isEmpty)
        continue
      }
      refused += 1
      #expect(!wish.nearest.isEmpty, "\(wish)")
      for offered in wish.nearest {
        #expect(offered.obstacle == nil, "\(wish): \(offered)")
        #expect(SchedulerTests.faults(of: try schedules(offered), offered).isEmpty)
        // One step back towards the wish, and it cannot be met any more.
        for (path, step) in Self.steps(from: offered, towards: wish) {
          var back = offered
          back[keyPath: path] += step
          #expect(back.obstacle != nil, "\(wish): \(offered) could be nearer")
        }
      }
    }
    #expect(refused > 500)
  }

  private static func steps(
    from offered: ScheduleWish, towards wish: ScheduleWish
  ) -> [(WritableKeyPath<ScheduleWish, Int>, Int)] {
    let paths: [WritableKeyPath<ScheduleWish, Int>] = [
      \.trials, \.practice, \.vigilance, \.images,
    ]
    return paths.compactMap { path in
      let distance = wish[keyPath: path] - offered[keyPath: path]
      return distance == 0 ? nil : (path, distance.signum())
    }
  }

  @Test func theMessageSaysWhyAndWhatElse() {
    let error = #expect(throws: PerceptualStudyError.self) {
      try schedules(
        ScheduleWish(judges: 3, trials: 40, practice: 5, vigilance: 5, images: 30, methods: 2))
    }
    #expect(error?.exitCode == 65)
    #expect(
      error?.message
        == "this cannot be: a judge sees no image twice, so 40 main, 5 practice and 5 vigilance "
        + "trials take 50 images, and there are 30; feasible and nearest: --trials 20; or 20 more "
        + "images")
  }

  @Test func tooManyVigilanceTrials() {
    let error = #expect(throws: PerceptualStudyError.self) {
      try schedules(
        ScheduleWish(judges: 3, trials: 4, practice: 0, vigilance: 6, images: 30, methods: 2))
    }
    #expect(error?.message.contains("--trials 6") == true)
    #expect(error?.message.contains("--vigilance 4") == true)
  }
}
