import PerceptualStudy
import SeededChance

/// Wishes drawn at random for tests.
struct Wishes {
  private var chance: SplitMix64

  init(seed: UInt64) { chance = SplitMix64(seed: seed) }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(chance.next(below: UInt64(range.count)))
  }

  /// Any wish of these sizes, feasible or not.
  mutating func any(most: Int) -> ScheduleWish {
    ScheduleWish(
      judges: number(1...most), trials: number(1...most), practice: number(0...most),
      vigilance: number(0...most), images: number(1...3 * most), methods: number(1...6))
  }

  /// A wish that can be met: no image twice, no two vigilance trials next to each other.
  mutating func feasible() -> ScheduleWish {
    let trials = number(1...60)
    let practice = number(0...12)
    let vigilance = number(0...min(trials, 8))
    let spare = number(0...1) == 0 ? 0 : number(1...60)
    return ScheduleWish(
      judges: number(1...40), trials: trials, practice: practice, vigilance: vigilance,
      images: trials + practice + vigilance + spare, methods: number(1...6))
  }
}

/// The schedules of a wish over images `image-000`… and methods `A`….
func schedules(_ wish: ScheduleWish, seed: UInt64 = 1) throws -> [JudgeSchedule] {
  try Scheduler(
    study: "test", seed: seed, images: names(of: wish).images, methods: names(of: wish).methods,
    judges: wish.judges, trials: wish.trials, practice: wish.practice, vigilance: wish.vigilance
  ).schedules()
}

/// The names that ``schedules(_:seed:)`` uses.
func names(of wish: ScheduleWish) -> (images: [String], methods: [String]) {
  let images = (0..<wish.images).map { number in
    "image-" + String(repeating: "0", count: max(0, 3 - "\(number)".count)) + "\(number)"
  }
  return (images, (0..<wish.methods).map { String(UnicodeScalar(UInt8(65 + $0))) })
}
