import SeededChance

/// Makes schedules that are exactly balanced; what is left open is drawn from the seed.
///
/// Within a judge: an image once at most; methods, and real first and fake first in each of them, in
/// equal number within one; no more than three equal right answers in a row. Across judges, and
/// across the first judges however many come: the same number of judgements of each image by each
/// method within one, on both sides within one.
public struct Scheduler: Sendable {
  private let images: [String]
  private let methods: [String]
  private let wish: ScheduleWish
  private let study: String
  private let seed: UInt64

  /// Prepares the schedules of a study.
  ///
  /// - Throws: ``PerceptualStudyError/infeasible(reason:nearest:)``.
  public init(
    study: String, seed: UInt64, images: [String], methods: [String], judges: Int, trials: Int,
    practice: Int, vigilance: Int
  ) throws(PerceptualStudyError) {
    wish = ScheduleWish(
      judges: judges, trials: trials, practice: practice, vigilance: vigilance,
      images: images.count, methods: methods.count)
    let wish = wish
    if let reason = wish.obstacle {
      throw .infeasible(reason: reason, nearest: wish.nearest.map { $0.changes(from: wish) })
    }
    self.images = images
    self.methods = methods
    self.study = study
    self.seed = seed
  }

  /// A trial without its place and its side.
  private struct Item {
    let judge: Int
    let kind: TrialKind
    let image: Int
    var method = 0
    var realFirst = false
  }

  /// The schedules, judge by judge.
  public func schedules() -> [JudgeSchedule] {
    var items = hands()
    assignMethods(to: &items)
    assignSides(to: &items)
    var schedules: [JudgeSchedule] = []
    var start = 0
    for judge in 0..<wish.judges {
      let end = start + wish.trialsOfAJudge
      schedules.append(schedule(of: judge, Array(items[start..<end])))
      start = end
    }
    return schedules
  }

  private func chance(_ purpose: String, _ judge: Int = 0) -> SplitMix64 {
    SplitMix64(seed: seed, study, purpose, String(judge))
  }

  /// Who sees which image, and what for; judge by judge.
  private func hands() -> [Item] {
    var drawing = chance("practice images")
    let order = Array(images.indices).shuffled(by: &drawing)
    let pool = order.prefix(wish.practice).sorted()
    let others = order.dropFirst(wish.practice).sorted()
    var deck = ImageDeck(count: others.count, chance: chance("deck"))
    return (0..<wish.judges).flatMap { judge in
      var shuffling = chance("practice order", judge)
      let main = deck.deal(wish.trials)
      let vigilance = deck.dealVigilance(wish.vigilance, beside: main)
      return pool.shuffled(by: &shuffling).map { Item(judge: judge, kind: .practice, image: $0) }
        + main.map { Item(judge: judge, kind: .main, image: others[$0]) }
        + vigilance.map { Item(judge: judge, kind: .vigilance, image: others[$0]) }
    }
  }

  private func assignMethods(to items: inout [Item]) {
    for kind in [TrialKind.practice, .main] {
      let chosen = items.indices.filter { items[$0].kind == kind }
      let coloring = EquitableColoring(
        chosen.map { (left: items[$0].judge, right: items[$0].image) }, colors: methods.count,
        chance: chance("\(kind.rawValue) methods"))
      for (index, method) in zip(chosen, coloring.result) { items[index].method = method }
    }
  }

  private func assignSides(to items: inout [Item]) {
    let kinds = TrialKind.allCases
    let kindNumbers = Dictionary(uniqueKeysWithValues: zip(kinds, 0...))
    func groups(_ first: Int, _ second: Int, _ third: Int) -> Halving.Groups {
      Halving.Groups(Int32(first), Int32(second), Int32(third))
    }
    let left = items.map { groups($0.judge, kindNumbers[$0.kind] ?? 0, $0.method) }
    let right = items.map { groups(kindNumbers[$0.kind] ?? 0, $0.method, $0.image) }
    let halves = Halving.halves(left: left, right: right, chance: chance("sides"))
    for (index, half) in halves.enumerated() { items[index].realFirst = half }
  }

  private func schedule(of judge: Int, _ items: [Item]) -> JudgeSchedule {
    var chance = chance("order", judge)
    let kinds = TrialOrder.kinds(of: wish, &chance)
    var supply: [TrialKind: [Int]] = [:]
    for item in items { supply[item.kind, default: [0, 0]][item.realFirst ? 1 : 0] += 1 }
    let sides = TrialOrder.sides(kinds, supply: supply, &chance)
    var waiting = items.shuffled(by: &chance)
    let trials = zip(kinds, sides).enumerated().compactMap { place, wanted -> Trial? in
      let found = waiting.firstIndex { $0.kind == wanted.0 && $0.realFirst == wanted.1 }
      guard let found else { return nil }
      let item = waiting.remove(at: found)
      return Trial(
        position: place + 1, kind: item.kind, image: images[item.image],
        method: item.kind == .vigilance ? Trial.vigilanceMethod : methods[item.method],
        realFirst: item.realFirst)
    }
    return JudgeSchedule(judge: judge + 1, trials: trials)
  }
}
