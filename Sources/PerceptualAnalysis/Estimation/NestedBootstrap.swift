import SeededChance

/// The bootstrap of the tool that Zhang et al. 2017 used, `process_csv.py` of
/// https://github.com/phillipi/AMT_Real_vs_Fake: judges are drawn with replacement, and for each drawn
/// judge as many of the judge's trials as there are, with replacement. Images are taken as given.
struct NestedBootstrap: Sendable {
  private let methods: Int
  /// For every answer twice the method's place, one more where the judge was fooled; by judge.
  private let outcomes: [Int32]
  /// Where a judge's answers begin; one more at the end.
  private let starts: [Int]

  /// Prepares draws of a study.
  init(_ answers: MainAnswers) {
    methods = answers.methods.count
    outcomes = answers.answers.map { Int32($0.method * 2 + ($0.isFooled ? 1 : 0)) }
    var starts = [Int](repeating: 0, count: answers.judges.count + 1)
    for answer in answers.answers { starts[answer.judge + 1] += 1 }
    for judge in answers.judges.indices { starts[judge + 1] += starts[judge] }
    self.starts = starts
  }

  /// Draws rates of all methods.
  func draws(_ count: Int, seed: UInt64) -> RateDraws {
    RateDraws(count: count) { index in
      var chance = SplitMix64(seed: seed, names: "judges, then trials", "\(index)")
      return draw(by: &chance)
    }
  }

  /// A draw; one in which a method has no trial is made anew, a hundred times at most.
  private func draw(by chance: inout SplitMix64) -> [MethodTally] {
    var tallies: [MethodTally] = []
    for _ in 0..<100 {
      tallies = resampled(by: &chance)
      if tallies.allSatisfy({ $0.trials > 0 }) { break }
    }
    return tallies
  }

  private func resampled(by chance: inout SplitMix64) -> [MethodTally] {
    let judges = UInt64(starts.count - 1)
    var counts = [Int](repeating: 0, count: methods * 2)
    counts.withUnsafeMutableBufferPointer { counts in
      outcomes.withUnsafeBufferPointer { outcomes in
        for _ in 0..<judges {
          let judge = Int(chance.next(below: judges))
          let mine = UnsafeBufferPointer(rebasing: outcomes[starts[judge]..<starts[judge + 1]])
          var left = mine.count
          while left > 0 {
            // Two trials from one number: each half times the count, its upper half. A trial's
            // chance is off by less than count/2³².
            let bits = chance.next()
            counts[Int(mine[Self.place(UInt32(truncatingIfNeeded: bits), of: mine.count)])] += 1
            guard left > 1 else { break }
            counts[Int(mine[Self.place(UInt32(bits >> 32), of: mine.count)])] += 1
            left -= 2
          }
        }
      }
    }
    return (0..<methods).map {
      MethodTally(trials: counts[2 * $0] + counts[2 * $0 + 1], fooled: counts[2 * $0 + 1])
    }
  }

  private static func place(_ bits: UInt32, of count: Int) -> Int {
    Int(truncatingIfNeeded: (UInt64(bits) &* UInt64(count)) >> 32)
  }
}
