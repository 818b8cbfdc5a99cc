import Colorimetry
import Colorization
import SeededChance
import SimulatedUsers
import Testing

@Suite struct RandomOracleTests {
  /// Golden values: an independent SplitMix64 and Lemire draw over Python's integers, choosing
  /// among `numpy.argwhere` of the allowed centres.
  @Test(
    arguments: [
      (0, [54, 16, 26, 47, 4, 24, 59, 7, 9, 50, 23, 37, 15, 11, 47, 44]),
      (1, [35, 52, 46, 60, 59, 28, 26, 6, 26, 18, 47, 23, 54, 3, 28, 44]),
      (.max, [54, 52, 54, 38, 14, 29, 26, 55, 41, 29, 47, 20, 56, 25, 14, 16]),
    ] as [(UInt64, [Int])])
  func drawsTheGoldenPoints(_ seed: UInt64, _ golden: [Int]) throws {
    let truth = smoothTruth()
    var oracle = RandomOracle(truth: truth, seed: seed)
    var drawn: [Int] = []
    for _ in 0..<8 {
      let point = try oracle.reveal(after: truth)
      drawn += [point.row, point.column]
    }
    #expect(drawn == golden)
  }

  @Test func disregardsThePrediction() throws {
    let truth = smoothTruth()
    var first = RandomOracle(truth: truth, seed: 3)
    var second = RandomOracle(truth: truth, seed: 3)
    let grey = Chrominance(neutralWithHeight: 1, width: 1)
    for _ in 0..<20 {
      #expect(try first.reveal(after: truth) == second.reveal(after: grey))
    }
  }

  @Test func patchesLieInsideAndApart() throws {
    let truth = smoothTruth(40, 51)
    var oracle = RandomOracle(truth: truth, seed: 11)
    var points: [HintPoint] = []
    do throws(OracleError) {
      while true { points.append(try oracle.reveal(after: truth)) }
    } catch {
      #expect(error == .noRoom(placed: points.count, patch: 7, height: 40, width: 51))
    }
    // A patch blocks 13×13 of the 34×45 centres, so that at least 10 fit; 5·7 tile the picture.
    #expect((10...35).contains(points.count))
    for (index, point) in points.enumerated() {
      #expect(point.size == 7)
      #expect((3..<37).contains(point.row) && (3..<48).contains(point.column))
      for earlier in points[..<index] {
        #expect(abs(point.row - earlier.row) >= 7 || abs(point.column - earlier.column) >= 7)
      }
    }
  }

  @Test func revealsThePatchMean() throws {
    let truth = field(9, 9, a: { row, _ in row }, b: { row, column in row * row - column })
    var oracle = RandomOracle(truth: truth, patch: 3, seed: 5)
    let point = try oracle.reveal(after: truth)
    // The mean of r² over three rows around r is r² + 2/3.
    #expect(abs(point.a - Double(point.row)) < 1e-12)
    let square = Double(point.row * point.row) + 2.0 / 3
    #expect(abs(point.b - (square - Double(point.column))) < 1e-12)
  }

  @Test func everyCentreIsEquallyLikely() throws {
    let truth = smoothTruth(12, 12)
    var counts = [Int](repeating: 0, count: 36)
    for seed in 0..<3600 {
      var oracle = RandomOracle(truth: truth, seed: UInt64(seed))
      let point = try oracle.reveal(after: truth)
      counts[6 * (point.row - 3) + point.column - 3] += 1
    }
    let statistic = counts.map { Double(($0 - 100) * ($0 - 100)) / 100 }.reduce(0, +)
    // χ² with 35 degrees of freedom: 66.6 is passed once in a thousand.
    #expect(statistic < 66.6)
  }

  @Test func picturesOfPatchSizeHoldOnePoint() throws {
    let truth = smoothTruth(7, 7)
    var oracle = RandomOracle(truth: truth, seed: 0)
    let point = try oracle.reveal(after: truth)
    #expect(point.row == 3 && point.column == 3)
    #expect(throws: OracleError.noRoom(placed: 1, patch: 7, height: 7, width: 7)) {
      try oracle.reveal(after: truth)
    }
    let small = smoothTruth(6, 90)
    var lost = RandomOracle(truth: small, seed: 0)
    let error = #expect(throws: OracleError.self) { try lost.reveal(after: small) }
    #expect(
      error?.message == "no room for another 7×7 patch in 6×90 pixels after 0 points")
  }
}
