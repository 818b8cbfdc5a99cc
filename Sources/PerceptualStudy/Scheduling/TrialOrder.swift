import SeededChance

/// The order of a judge's trials: which kind stands where, and on which side the real picture is.
enum TrialOrder {
  /// The longest run of equal right answers.
  static let longestRun = 3
  /// Orders drawn before one is taken that always works.
  private static let draws = 200

  /// The kinds by position: practice first, vigilance trials spread over the rest, each somewhere in
  /// the middle of its stretch; never the first of a stretch, so never two in a row.
  static func kinds(of wish: ScheduleWish, _ chance: inout SplitMix64) -> [TrialKind] {
    let length = wish.trials + wish.vigilance
    var kinds = Array(repeating: TrialKind.main, count: length)
    for stretch in 0..<wish.vigilance {
      let start = stretch * length / wish.vigilance
      let size = (stretch + 1) * length / wish.vigilance - start
      let first = max(1, size / 4)
      kinds[start + chance.next(in: first...max(first, size * 3 / 4))] = .vigilance
    }
    return Array(repeating: .practice, count: wish.practice) + kinds
  }

  /// Whether the real picture is first, by position, with no more than three equal in a row.
  ///
  /// - Parameter supply: how many trials of each kind are [fake first, real first], equal within
  ///   one.
  static func sides(
    _ kinds: [TrialKind], supply: [TrialKind: [Int]], _ chance: inout SplitMix64
  ) -> [Bool] {
    for _ in 0..<draws {
      if let sides = drawn(kinds, supply: supply, &chance) { return sides }
    }
    return alternating(kinds, supply: supply)
  }

  /// Draws from what is left; nil where it comes to a dead end.
  private static func drawn(
    _ kinds: [TrialKind], supply: [TrialKind: [Int]], _ chance: inout SplitMix64
  ) -> [Bool]? {
    var supply = supply
    var sides: [Bool] = []
    var run = 0
    for kind in kinds {
      let left = supply[kind] ?? [0, 0]
      var allowed = left
      if run == longestRun, let last = sides.last { allowed[last ? 1 : 0] = 0 }
      guard allowed[0] + allowed[1] > 0 else { return nil }
      let side = chance.next(in: 0...(allowed[0] + allowed[1] - 1)) >= allowed[0]
      run = sides.last == side ? run + 1 : 1
      sides.append(side)
      supply[kind]?[side ? 1 : 0] -= 1
    }
    return sides
  }

  /// Takes turns within each kind, the side with more trials first. Vigilance trials stand alone, so
  /// a run is of three at most: a main trial, a vigilance trial between, and one of the practice.
  private static func alternating(
    _ kinds: [TrialKind], supply: [TrialKind: [Int]]
  ) -> [Bool] {
    var next = supply.mapValues { $0[1] > $0[0] }
    return kinds.map { kind in
      let side = next[kind] ?? false
      next[kind] = !side
      return side
    }
  }
}
