import Colorimetry
import Colorization
import Imaging
import SeededChance
import SimulatedUsers
import Testing

@Suite struct MaxErrorOracleTests {
  /// Golden values: an independent reference over SciPy 1.17.1's `uniform_filter`, fixed
  /// predictions of grey and of ((c − r)/4, (r + c − 64)/2).
  @Test func picksTheGoldenPoints() throws {
    let grey = Chrominance(neutralWithHeight: 64, width: 64)
    let firstGolden = [
      60, 3, 60, 10, 53, 3, 53, 10, 60, 17, 46, 3, 53, 17, 46, 10, 60, 24, 46, 17,
    ]
    #expect(try points(smoothTruth(), grey, count: 10) == firstGolden)
    let other = field(64, 64, a: { ($1 - $0) / 4 }, b: { ($0 + $1 - 64) / 2 })
    let secondGolden = [
      60, 3, 60, 10, 53, 3, 53, 10, 46, 3, 60, 17, 46, 10, 53, 17, 3, 60, 10, 60,
    ]
    #expect(try points(smoothTruth(), other, count: 10) == secondGolden)
  }

  @Test func revealsTheGoldenColours() throws {
    let grey = Chrominance(neutralWithHeight: 64, width: 64)
    var oracle = MaxErrorOracle(truth: smoothTruth())
    let point = try oracle.reveal(after: grey)
    #expect(point == HintPoint(row: 60, column: 3, size: 7, a: -92.5, b: 56.109375))
  }

  @Test(arguments: [(33, 47, 7, 25), (20, 20, 1, 3), (16, 90, 5, 25), (9, 9, 3, 1)])
  func agreesWithPlainSums(
    _ height: Int, _ width: Int, _ patch: Int, _ window: Int
  ) throws {
    var generator = SplitMix64(seed: UInt64(height))
    let truth = field(
      height, width, a: { _, _ in Double(generator.next(below: 200)) - 100 }, b: { $0 - $1 })
    let prediction = smoothTruth(height, width)
    var oracle = MaxErrorOracle(truth: truth, patch: patch, window: window)
    let errors = plainMeans(truth, prediction, window)
    var placed: [HintPoint] = []
    for _ in 0..<6 {
      var best: (row: Int, column: Int)?
      let half = patch / 2
      for row in half..<(height - half) {
        for column in half..<(width - half)
        where placed.allSatisfy({
          abs($0.row - row) >= patch || abs($0.column - column) >= patch
        }) {
          if let found = best, errors[found.row, found.column] >= errors[row, column] { continue }
          best = (row, column)
        }
      }
      guard let best else { break }
      let point = try oracle.reveal(after: prediction)
      #expect(point.row == best.row && point.column == best.column)
      placed.append(point)
    }
    #expect(placed.count >= 4)
  }

  @Test func tiesGoToTheSmallerRowThenColumn() throws {
    // Equal errors of no round binary fraction everywhere: windows of equal content must tie.
    let truth = field(48, 60, a: { _, _ in 0.1 }, b: { _, _ in -0.3 })
    let grey = Chrominance(neutralWithHeight: 48, width: 60)
    #expect(
      try points(truth, grey, count: 3, window: 1) == [3, 3, 3, 10, 3, 17])
    let perfect = try points(truth, truth, count: 9)
    #expect(perfect == [3, 3, 3, 10, 3, 17, 3, 24, 3, 31, 3, 38, 3, 45, 3, 52, 10, 3])
  }

  @Test func seesASmallErrorBesideAHugeOne() throws {
    // 10⁹ in a corner that patches soon cover, 10⁻³ far away: running sums that
    // subtract would leave rounding errors of the former larger than the latter.
    var prediction = Chrominance(neutralWithHeight: 110, width: 110)
    let truth = prediction
    prediction.a[0, 0] = 1e9
    prediction.b[60, 61] = 1e-3
    var oracle = MaxErrorOracle(truth: truth)
    var seen: [HintPoint] = []
    for _ in 0..<5 { seen.append(try oracle.reveal(after: prediction)) }
    #expect(seen.prefix(4).allSatisfy { $0.row <= 12 && $0.column <= 12 })
    // The first whole window that holds (60, 61) starts at row 48 and column 49.
    #expect(seen[4].row == 48 && seen[4].column == 49)
  }

  @Test func refusesUnusablePredictions() {
    var oracle = MaxErrorOracle(truth: smoothTruth())
    let wrong = OracleError.sizeMismatch(
      height: 64, width: 63, expectedHeight: 64, expectedWidth: 64)
    #expect(throws: wrong) {
      try oracle.reveal(after: Chrominance(neutralWithHeight: 64, width: 63))
    }
    #expect(wrong.message == "the prediction has 64×63 pixels, the picture 64×64")
    var odd = smoothTruth()
    odd.b[63, 0] = .nan
    #expect(throws: OracleError.predictionNotFinite) { try oracle.reveal(after: odd) }
  }

  @Test func fillsThePictureAndStops() throws {
    let truth = smoothTruth(14, 14)
    var oracle = MaxErrorOracle(truth: truth)
    let grey = Chrominance(neutralWithHeight: 14, width: 14)
    var count = 0
    do throws(OracleError) {
      while true {
        _ = try oracle.reveal(after: grey)
        count += 1
      }
    } catch {
      #expect(error == .noRoom(placed: count, patch: 7, height: 14, width: 14))
    }
    #expect((1...4).contains(count))
  }

  private func points(
    _ truth: Chrominance, _ prediction: Chrominance, count: Int, window: Int = 25
  ) throws -> [Int] {
    var oracle = MaxErrorOracle(truth: truth, window: window)
    var found: [Int] = []
    for _ in 0..<count {
      let point = try oracle.reveal(after: prediction)
      found += [point.row, point.column]
    }
    return found
  }

  private func plainMeans(
    _ truth: Chrominance, _ prediction: Chrominance, _ window: Int
  ) -> Plane {
    var means = Plane(height: truth.height, width: truth.width)
    let half = window / 2
    for row in 0..<truth.height {
      for column in 0..<truth.width {
        var total = 0.0
        var count = 0.0
        for y in max(row - half, 0)...min(row + half, truth.height - 1) {
          for x in max(column - half, 0)...min(column + half, truth.width - 1) {
            let a = truth.a[y, x] - prediction.a[y, x]
            let b = truth.b[y, x] - prediction.b[y, x]
            total += a * a + b * b
            count += 1
          }
        }
        means[row, column] = total / count
      }
    }
    return means
  }
}
