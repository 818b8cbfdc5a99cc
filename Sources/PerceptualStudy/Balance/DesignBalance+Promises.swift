extension DesignBalance {
  /// A property that a design keeps, or not.
  public struct Promise: Sendable, Equatable {
    /// In words.
    public let property: String
    /// The worst case found.
    public let found: Int
    /// What it may be at most.
    public let allowed: Int

    /// Whether it is kept.
    public var isKept: Bool { found <= allowed }
  }

  /// Every property of a design of ours, with the worst case found.
  public var promises: [Promise] {
    [
      Promise(
        property: "judges who see an image twice",
        found: judges.filter(\.repeatsImages).count, allowed: 0),
      Promise(
        property: "practice images that stand in other trials, too",
        found: practiceIsShared ? 1 : 0, allowed: 0),
      Promise(
        property: "spread of methods within a judge", found: worst { Self.spread($0.methods) },
        allowed: 1),
      Promise(
        property: "real first against fake first within a judge",
        found: worst { Self.sides(of: $0.trials, $0.realFirst) }, allowed: 1),
      Promise(
        property: "real first against fake first within a judge and a kind of trial",
        found: worst { judge in
          TrialKind.allCases.map {
            Self.sides(judge.trials[$0] ?? 0, judge.realFirst[$0] ?? 0)
          }.max() ?? 0
        }, allowed: 1),
      Promise(
        property: "real first against fake first within a judge and a method",
        found: worst { judge in
          zip(judge.methods, judge.methodsRealFirst).map(Self.sides).max() ?? 0
        }, allowed: 1),
      Promise(
        property: "longest run of equal right answers", found: worst(\.longestRun),
        allowed: TrialOrder.longestRun),
      Promise(
        property: "judges whose vigilance trials are first or next to each other",
        found: judges.filter(\.crowdsVigilance).count, allowed: 0),
      Promise(
        property: "spread of judgements over images and methods",
        found: Self.spread(cells.map(\.judgements)), allowed: 1),
      Promise(
        property: "spread of judgements over methods", found: Self.spread(methodTotals), allowed: 1),
      Promise(
        property: "real first against fake first within an image and a method",
        found: cells.map { Self.sides($0.judgements, $0.realFirst) }.max() ?? 0, allowed: 1),
    ]
  }

  /// The promises that are not kept, in words.
  public var broken: [String] {
    promises.filter { !$0.isKept }.map { "\($0.property): \($0.found), not \($0.allowed)" }
  }

  /// Main judgements of each method.
  public var methodTotals: [Int] {
    var totals = Array(repeating: 0, count: methods.count)
    for (index, cell) in cells.enumerated() { totals[index % methods.count] += cell.judgements }
    return totals
  }

  private func worst(_ value: (Judge) -> Int) -> Int { judges.map(value).max() ?? 0 }

  private static func spread(_ counts: [Int]) -> Int { (counts.max() ?? 0) - (counts.min() ?? 0) }

  private static func sides(of trials: [TrialKind: Int], _ realFirst: [TrialKind: Int]) -> Int {
    sides(trials.values.reduce(0, +), realFirst.values.reduce(0, +))
  }

  /// |real first − fake first|.
  private static func sides(_ trials: Int, _ realFirst: Int) -> Int {
    abs(2 * realFirst - trials)
  }
}
