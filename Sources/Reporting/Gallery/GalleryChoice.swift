import Experiments
import Foundation

/// Which results a report shows as pictures.
public struct GalleryChoice: Sendable, Equatable {
  /// Who revealed the points.
  public let oracle: String
  /// The number of points by which images are ranked, and which headlines tell of.
  public let points: Int

  /// The numbers of points that are shown, or those next to them that were judged.
  static let counts = [0, 1, 5, 20, 100]

  /// Results under an oracle at a number of points.
  public init(oracle: String, points: Int) {
    self.oracle = oracle
    self.points = points
  }

  /// Ten points, or the number next to it, of the first oracle that has several numbers.
  public init(_ results: ResultSet) {
    let condition = results.conditions.first(where: \.isSeries) ?? results.conditions.first
    self.init(
      oracle: condition?.oracle ?? "", points: Self.nearest(10, in: condition?.points ?? []))
  }

  /// The columns of pictures: of the oracle at several numbers of points, or of every oracle that has
  /// only one.
  func steps(of results: ResultSet) -> [(condition: ResultSet.Condition, points: Int)] {
    guard let mine = results.conditions.first(where: { $0.oracle == oracle }) else { return [] }
    guard mine.isSeries else {
      return results.conditions.filter { !$0.isSeries }
        .flatMap { condition in condition.points.map { (condition, $0) } }
    }
    let counts = Set(Self.counts.map { Self.nearest($0, in: mine.points) } + [points])
    return counts.sorted().map { (mine, $0) }
  }

  private static func nearest(_ count: Int, in points: [Int]) -> Int {
    points.min { (abs($0 - count), $0) < (abs($1 - count), $1) } ?? 0
  }
}
