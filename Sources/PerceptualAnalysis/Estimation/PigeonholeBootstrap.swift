import SeededChance

/// The two-way cluster bootstrap: judges and images are drawn anew, each with replacement, and a
/// trial counts as often as its judge times its image was drawn.
///
/// Owen 2007, "The pigeonhole bootstrap", https://doi.org/10.1214/07-AOAS122.
struct PigeonholeBootstrap: Sendable {
  private let judges: Int
  private let images: Int
  private let methods: Int
  /// The images of the answers, sorted by judge, method and outcome.
  private let shown: [Int32]
  /// Where the answers of a judge, method and outcome begin in `shown`; one more at the end.
  private let starts: [Int]

  /// Prepares draws of a study.
  init(_ answers: MainAnswers) {
    (judges, images) = (answers.judges.count, answers.images.count)
    methods = answers.methods.count
    let groups = judges * methods * 2
    let places = answers.answers.map { [methods] answer in
      (answer.judge * methods + answer.method) * 2 + (answer.isFooled ? 1 : 0)
    }
    var starts = [Int](repeating: 0, count: groups + 1)
    for place in places { starts[place + 1] += 1 }
    for group in 0..<groups { starts[group + 1] += starts[group] }
    var next = starts
    var shown = [Int32](repeating: 0, count: places.count)
    for (place, answer) in zip(places, answers.answers) {
      shown[next[place]] = Int32(answer.image)
      next[place] += 1
    }
    (self.shown, self.starts) = (shown, starts)
  }

  /// Draws rates of all methods.
  func draws(_ count: Int, seed: UInt64) -> RateDraws {
    RateDraws(count: count) { index in
      var chance = SplitMix64(seed: seed, names: "judges and images", "\(index)")
      return draw(by: &chance)
    }
  }

  /// A draw; one in which a method has no trial is made anew, a hundred times at most.
  private func draw(by chance: inout SplitMix64) -> [MethodTally] {
    var tallies: [MethodTally] = []
    for _ in 0..<100 {
      tallies = weighted(
        judges: chance.drawnCounts(of: judges), images: chance.drawnCounts(of: images))
      if tallies.allSatisfy({ $0.trials > 0 }) { break }
    }
    return tallies
  }

  private func weighted(judges weights: [Int32], images drawn: [Int32]) -> [MethodTally] {
    var tallies = [MethodTally](repeating: MethodTally(), count: methods)
    // Each place in `shown` is that of an image, so the sums need no checks of bounds.
    shown.withUnsafeBufferPointer { shown in
      drawn.withUnsafeBufferPointer { drawn in
        for judge in 0..<judges where weights[judge] > 0 {
          let weight = Int(weights[judge])
          for method in 0..<methods {
            let group = (judge * methods + method) * 2
            let right = Self.sum(drawn, shown, from: starts[group], to: starts[group + 1])
            let fooled = Self.sum(drawn, shown, from: starts[group + 1], to: starts[group + 2])
            tallies[method].trials += weight * (right + fooled)
            tallies[method].fooled += weight * fooled
          }
        }
      }
    }
    return tallies
  }

  private static func sum(
    _ drawn: UnsafeBufferPointer<Int32>, _ shown: UnsafeBufferPointer<Int32>, from start: Int,
    to end: Int
  ) -> Int {
    var sum: Int32 = 0
    for index in start..<end { sum &+= drawn[Int(shown[index])] }
    return Int(sum)
  }
}

extension SplitMix64 {
  /// How often each of some things is drawn when as many are drawn with replacement.
  mutating func drawnCounts(of count: Int) -> [Int32] {
    var counts = [Int32](repeating: 0, count: count)
    for _ in 0..<count { counts[Int(next(below: UInt64(count)))] += 1 }
    return counts
  }
}
