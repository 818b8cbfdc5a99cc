import Experiments
import Foundation
import ImageMetrics
import Testing

/// Differences of two methods on the same images.
@Suite struct PairedComparisonTests {
  /// PSNRs of two methods, one an image, at 10 points of the random oracle.
  private func results(
    _ values: [(a: Double?, b: Double?)], metric: Metric = .psnr, methods: [String] = ["a", "b"]
  ) -> ResultSet {
    let scores = values.enumerated().flatMap { index, pair in
      [("a", pair.a), ("b", pair.b)].map { method, value in
        ResultSet.Score(
          image: "\(index).png", method: method, oracle: "random", points: 10, values: [value])
      }
    }
    return ResultSet(
      study: "pairs", title: "Pairs", metrics: [metric], mainMetric: metric.name, methods: methods,
      scores: scores.reversed())
  }

  @Test func theIntervalIsThatOfTheBootstrap() throws {
    // Ends by an implementation of SplitMix64, Lemire's bound and the ranks in Python.
    let found = results(
      [1.5, -0.25, 2.03, 0.75, 3.257, -1.113, 0.4].map { (a: 20, b: 20 + $0) }
    ).pairs()
    let pair = try #require(found.first)
    #expect(found.count == 1 && pair.method == "b" && pair.versus == "a" && pair.images == 7)
    #expect(pair.oracle == "random" && pair.points == 10)
    #expect(abs(pair.meanDifference - 0.9391428571428572) < 1e-9)
    #expect(abs((pair.interval?.low ?? 0) + 0.04128571428571431) < 1e-9)
    #expect(abs((pair.interval?.high ?? 0) - 1.9315714285714285) < 1e-9)
    #expect(abs(pair.wonShare - 5.0 / 7) < 1e-12)
  }

  @Test func exchangingTheMethodsMirrorsTheComparison() throws {
    let values: [(a: Double?, b: Double?)] = [(20, 21.5), (20, 19), (20, 22), (20, 20), (20, 23)]
    let one = try #require(results(values).pairs().first)
    let other = try #require(results(values, methods: ["b", "a"]).pairs().first)
    let mirrored = one.exchanged
    #expect(other.method == "a" && mirrored.method == "a" && mirrored.versus == "b")
    #expect(other.meanDifference == mirrored.meanDifference && other.interval == mirrored.interval)
    #expect(abs(mirrored.wonShare - other.wonShare) < 1e-12)
    #expect(other.interval?.low == one.interval.map { -$0.high })
    #expect(one.wonShare == 0.7 && abs(other.wonShare - 0.3) < 1e-12)
  }

  @Test func lessIsBetterForErrors() throws {
    let pair = try #require(
      results([(5, 4), (5, 6), (5, 3), (5, 5)], metric: .ciede2000).pairs().first)
    #expect(pair.meanDifference == -0.5 && pair.wonShare == 0.625)
  }

  @Test func twoPerfectResultsDifferByNothing() throws {
    let pair = try #require(results([(.infinity, .infinity), (20, 22)]).pairs().first)
    #expect(pair.meanDifference == 1 && pair.interval != nil && pair.wonShare == 0.75)
  }

  @Test func onePerfectResultHasNoInterval() throws {
    let results = results([(20, .infinity), (20, 22)])
    let pair = try #require(results.pairs().first)
    #expect(pair.meanDifference == .infinity && pair.interval == nil && pair.wonShare == 1)
    #expect(
      lines(results.table(of: [pair])) == [
        "metric,oracle,points,method,versus,images,mean_difference,low,high,won_share",
        "psnr_db,random,10,b,a,2,inf,,,1.0000",
      ])
    #expect(
      lines(results.table(of: [pair.exchanged]))[1] == "psnr_db,random,10,a,b,2,-inf,,,0.0000")
  }

  @Test func onlyImagesOfBothArePaired() throws {
    let pair = try #require(results([(20, 21), (20, nil), (nil, 30)]).pairs().first)
    #expect(pair.images == 1 && pair.meanDifference == 1)
    #expect(pair.interval?.low == 1 && pair.interval?.high == 1)
    #expect(results([(20, nil), (nil, 30)]).pairs().isEmpty)
  }

  /// Equal results give equal bytes whatever their order, names that Unicode takes as equal included.
  @Test func theOrderOfResultsDoesNotMatter() {
    let names = ["caf\u{E9}.png", "cafe\u{301}.png", "b,\"c\".png"]
    var scores: [ResultSet.Score] = []
    for (index, name) in names.enumerated() {
      for method in ["gray", "x", "y"] {
        for points in [0, 5] {
          let value = 20 + Double((index * 7 + points + method.utf8.count) % 5)
          scores.append(
            ResultSet.Score(
              image: name, method: method, oracle: "random", points: points, values: [value]))
        }
      }
    }
    func tables(_ scores: [ResultSet.Score]) -> [Data] {
      let set = ResultSet(
        study: "s", title: "t", metrics: [.psnr], methods: ["gray", "x", "y"], floor: "gray",
        scores: scores)
      return [set.results(), set.table(), set.metricMeans(), set.table(of: set.pairs())]
    }
    let first = tables(scores)
    #expect(first == tables(scores.reversed()) && first == tables(scores + scores))
    #expect(lines(first[0]).count == 1 + 3 * 3 * 2)
    #expect(lines(first[3]).count == 1 + 3 * 2)
  }
}
