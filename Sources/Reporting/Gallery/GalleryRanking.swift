import Experiments
import Files

/// The images of results in the order of what a method adds over the floor, the most first.
struct GalleryRanking {
  /// The method that images are ranked by: the best on average, the floor aside.
  let method: String
  /// What it is compared with, where there is a floor.
  let floor: String?
  /// Images and what the method adds on them, in the metric's unit, positive where it is better; its
  /// value itself where there is no floor.
  let images: [(name: String, gain: Double)]

  /// Ranks images; nil where no method but the floor was judged.
  init?(_ results: ResultSet, choice: GalleryChoice) {
    let sign: Double = results.mainMetric.higherIsBetter ? 1 : -1
    let there = results.rows(metric: results.main).filter {
      $0.oracle == choice.oracle && $0.points == choice.points
    }
    let others = there.filter { $0.method != results.floor }
    // A method that is perfect everywhere ranks nothing.
    let best = others.filter(\.mean.isFinite).max { sign * $0.mean < sign * $1.mean }
    guard let best = best ?? others.first else { return nil }
    func values(_ method: String) -> [(image: ExactName, value: Double)] {
      results.values(
        metric: results.main, method: method, oracle: choice.oracle, points: choice.points)
    }
    let floor = results.floor.filter { name in there.contains { $0.method == name } }
    let least = floor.map { name in
      Dictionary(uniqueKeysWithValues: values(name).map { ($0.image, $0.value) })
    }
    method = best.method
    self.floor = floor
    images = values(best.method).compactMap { image, value -> (ExactName, Double)? in
      guard let least else { return (image, sign * value) }
      return least[image].map { (image, value == $0 ? 0 : sign * (value - $0)) }
    }.sorted { $0.1 == $1.1 ? $0.0 < $1.0 : $0.1 > $1.1 }.map { ($0.0.text, $0.1) }
  }

  /// The best, the median and the worst image; all of them where they are at most four.
  var chosen: [(name: String, rank: String)] {
    guard let best = images.first, let worst = images.last else { return [] }
    switch images.count {
    case 1: return [(best.name, "the only image")]
    case 2: return [(best.name, "best"), (worst.name, "worst")]
    case 3, 4:
      let between = images.dropFirst().dropLast().map { ($0.name, "between") }
      return [(best.name, "best")] + between + [(worst.name, "worst")]
    default:
      return [
        (best.name, "best"), (images[images.count / 2].name, "median"), (worst.name, "worst"),
      ]
    }
  }

  /// At most so many of the other images, spread evenly over the ranks, in the order of their names.
  ///
  /// - Parameter all: the images' names; those without a rank follow the last.
  func others(of all: [String], atMost limit: Int) -> [String] {
    let ranked = images.map(\.name)
    let known = Set(ranked.map { ExactName($0) })
    let chosen = Set(chosen.map { ExactName($0.name) })
    let rest = (ranked + all.filter { !known.contains(ExactName($0)) })
      .filter { !chosen.contains(ExactName($0)) }
    guard rest.count > limit else { return rest.sortedByBytes() }
    return (0..<limit).map { rest[$0 * rest.count / limit] }.sortedByBytes()
  }
}

extension Optional {
  /// The value where it passes a test.
  fileprivate func filter(_ isIncluded: (Wrapped) -> Bool) -> Wrapped? {
    flatMap { isIncluded($0) ? $0 : nil }
  }
}
