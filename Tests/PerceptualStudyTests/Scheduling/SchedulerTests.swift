import PerceptualStudy
import Testing

/// Every promise of a design, counted here from the trials alone and in another way than the package
/// counts them.
@Suite struct SchedulerTests {
  @Test func aThousandRandomDesignsKeepEveryPromise() throws {
    var wishes = Wishes(seed: 20_170)
    for number in 0..<1000 {
      let wish = wishes.feasible()
      let made = try schedules(wish, seed: UInt64(number))
      let faults = Self.faults(of: made, wish)
      #expect(faults.isEmpty, "design \(number), \(wish): \(faults)")
      let (images, methods) = names(of: wish)
      let balance = DesignBalance(made, images: images, methods: methods)
      #expect(balance.broken.isEmpty, "design \(number): \(balance.broken)")
    }
  }

  /// However many judges come, the first ones alone are balanced.
  @Test func theFirstJudgesAreBalancedToo() throws {
    var wishes = Wishes(seed: 5)
    for number in 0..<60 {
      let wish = wishes.feasible()
      let made = try schedules(wish, seed: UInt64(number))
      for count in 1...wish.judges {
        var part = wish
        part.judges = count
        let faults = Self.faults(of: Array(made.prefix(count)), part)
          .filter { !$0.hasPrefix("methods in all") }
        #expect(faults.isEmpty, "design \(number), first \(count) of \(wish): \(faults)")
      }
    }
  }

  @Test func seedsAndNamesDecide() throws {
    var wishes = Wishes(seed: 3)
    let wish = wishes.feasible()
    #expect(try schedules(wish, seed: 9) == schedules(wish, seed: 9))
    #expect(try schedules(wish, seed: 9) != schedules(wish, seed: 10))
  }

  /// The right answers must not be guessable from where a trial stands: over many judges each place
  /// has the real picture first about half the time. 5 standard deviations of 2000 fair draws are
  /// 112.
  @Test func placesTellNothing() throws {
    let wish = ScheduleWish(
      judges: 2000, trials: 20, practice: 4, vigilance: 3, images: 40, methods: 3)
    let made = try schedules(wish)
    for place in 0..<wish.trialsOfAJudge {
      let first = made.count { $0.trials[place].realFirst }
      #expect(abs(first - 1000) < 112, "place \(place + 1): \(first) of 2000")
    }
    // Nor from the trial before: 27 places after the first, 2000 judges; a fair sequence without
    // long runs turns a little more often than not.
    let turns = made.reduce(0) { sum, schedule in
      sum + zip(schedule.trials, schedule.trials.dropFirst()).count { $0.realFirst != $1.realFirst }
    }
    let share = Double(turns) / Double(2000 * (wish.trialsOfAJudge - 1))
    #expect((0.5...0.62).contains(share), "\(share)")
  }

  @Test func manyJudgesAreQuick() throws {
    let wish = ScheduleWish(
      judges: 500, trials: 60, practice: 10, vigilance: 6, images: 500, methods: 3)
    #expect(Self.faults(of: try schedules(wish), wish).isEmpty)
  }

  /// What a design does wrong, in words.
  static func faults(of made: [JudgeSchedule], _ wish: ScheduleWish) -> [String] {
    var faults: [String] = []
    func require(_ condition: Bool, _ fault: @autoclosure () -> String) {
      if !condition { faults.append(fault()) }
    }
    require(made.map(\.judge) == Array(1...wish.judges), "judges are not numbered")
    let all = made.flatMap(\.trials)
    let practice = Set(all.filter { $0.kind == .practice }.map(\.image))
    let others = Set(all.filter { $0.kind != .practice }.map(\.image))
    require(practice.isDisjoint(with: others), "practice images are shown again")
    for schedule in made { faults += Self.faults(of: schedule, wish) }
    let (images, methods) = names(of: wish)
    var counts: [String: Int] = [:]
    var realFirst: [String: Int] = [:]
    for trial in all where trial.kind == .main {
      counts["\(trial.image)/\(trial.method)", default: 0] += 1
      realFirst["\(trial.image)/\(trial.method)", default: 0] += trial.realFirst ? 1 : 0
    }
    let pool = images.filter { !practice.contains($0) }
    let cells = pool.flatMap { image in methods.map { "\(image)/\($0)" } }
    let judged = cells.map { counts[$0] ?? 0 }
    require(
      (judged.max() ?? 0) - (judged.min() ?? 0) <= 1,
      "images and methods: \(Set(judged).sorted())")
    for cell in cells {
      let (count, first) = (counts[cell] ?? 0, realFirst[cell] ?? 0)
      require(abs(count - 2 * first) <= 1, "sides of \(cell): \(first) of \(count)")
    }
    let totals = methods.map { method in pool.reduce(0) { $0 + (counts["\($1)/\(method)"] ?? 0) } }
    require((totals.max() ?? 0) - (totals.min() ?? 0) <= 1, "methods in all: \(totals)")
    return faults
  }

  private static func faults(of schedule: JudgeSchedule, _ wish: ScheduleWish) -> [String] {
    var faults: [String] = []
    func require(_ condition: Bool, _ fault: @autoclosure () -> String) {
      if !condition { faults.append("judge \(schedule.judge): " + fault()) }
    }
    let trials = schedule.trials
    require(trials.map(\.position) == Array(1...wish.trialsOfAJudge), "positions")
    require(Set(trials.map(\.image)).count == trials.count, "an image twice")
    let kinds = trials.map(\.kind)
    require(kinds.prefix(wish.practice).allSatisfy { $0 == .practice }, "practice comes first")
    for (kind, wanted) in [
      (TrialKind.practice, wish.practice), (.main, wish.trials), (.vigilance, wish.vigilance),
    ] {
      let chosen = trials.filter { $0.kind == kind }
      require(chosen.count == wanted, "\(kind): \(chosen.count)")
      require(abs(chosen.count - 2 * chosen.count(where: \.realFirst)) <= 1, "sides of \(kind)")
      let isVigilance = chosen.allSatisfy { $0.method == Trial.vigilanceMethod }
      require(chosen.isEmpty || isVigilance == (kind == .vigilance), "method of \(kind)")
    }
    require(abs(trials.count - 2 * trials.count(where: \.realFirst)) <= 1, "sides in all")
    for kind in [TrialKind.practice, .main] {
      let perMethod = names(of: wish).methods.map { method in
        trials.filter { $0.kind == kind && $0.method == method }
      }
      let sizes = perMethod.map(\.count)
      require((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1, "methods of \(kind): \(sizes)")
      for chosen in perMethod {
        require(abs(chosen.count - 2 * chosen.count(where: \.realFirst)) <= 1, "sides of a method")
      }
    }
    let word = trials.map { $0.realFirst ? "r" : "f" }.joined()
    require(!word.contains("rrrr") && !word.contains("ffff"), "four in a row: \(word)")
    let letters = kinds.dropFirst(wish.practice).map { $0 == .vigilance ? "v" : "m" }.joined()
    require(!letters.hasPrefix("v") && !letters.contains("vv"), "vigilance crowds: \(letters)")
    // One in each of as many equal stretches.
    if wish.vigilance > 0 {
      let places = letters.enumerated().filter { $1 == "v" }.map(\.offset)
      let stretches = places.map { place in
        (0..<wish.vigilance).last { $0 * letters.count / wish.vigilance <= place }
      }
      require(Set(stretches).count == wish.vigilance, "vigilance is not spread: \(letters)")
    }
    return faults
  }
}
