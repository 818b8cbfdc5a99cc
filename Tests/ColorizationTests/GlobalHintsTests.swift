import Colorimetry
import Colorization
import Imaging
import Testing

@Suite struct GlobalHintsTests {
  /// Expected values: `make_reference.py`, by NumPy, Pillow and scikit-image.
  struct Case: Sendable {
    let size: (height: Int, width: Int)
    /// Counts of 64×64 block means, weighted by the bin's place from 1, and squared.
    let weighted: Int
    let squares: Int
    let nonempty: Int
    let top: (bin: Int, count: Int)
    let saturation: Double
  }

  static let cases = [
    Case(
      size: (256, 256), weighted: 668_049, squares: 142_262, nonempty: 184, top: (255, 72),
      saturation: 0.645339563609),
    Case(
      size: (300, 420), weighted: 670_727, squares: 188_882, nonempty: 158, top: (256, 110),
      saturation: 0.583576014928),
    Case(
      size: (40, 25), weighted: 939_426, squares: 2_283_058, nonempty: 24, top: (262, 1189),
      saturation: 0.831149988934),
  ]

  @Test(arguments: cases) func agreesWithNumPy(_ item: Case) throws {
    let hints = GlobalHints.measured(
      from: Self.picture(height: item.size.height, width: item.size.width))
    let histogram = try #require(hints.histogram)
    let counts = histogram.map { Int(($0 * 4096).rounded()) }
    #expect(histogram == counts.map { Double($0) / 4096 })
    #expect(counts.reduce(0, +) == 4096)
    #expect(counts.enumerated().map { ($0 + 1) * $1 }.reduce(0, +) == item.weighted)
    #expect(counts.map { $0 * $0 }.reduce(0, +) == item.squares)
    #expect(counts.count { $0 > 0 } == item.nonempty)
    #expect(counts[item.top.bin] == item.top.count)
    #expect(counts.max() == item.top.count)
    #expect(abs(try #require(hints.saturation) - item.saturation) < 1e-10)
  }

  @Test func measuresOnlyWhatIsAsked() {
    let picture = Self.picture(height: 30, width: 30)
    let both = GlobalHints.measured(from: picture)
    let histogram = GlobalHints.measured(from: picture, statistics: .histogram)
    let saturation = GlobalHints.measured(from: picture, statistics: .saturation)
    #expect(histogram.histogram == both.histogram && histogram.saturation == nil)
    #expect(saturation.saturation == both.saturation && saturation.histogram == nil)
    #expect(GlobalHints.measured(from: picture, statistics: []).isEmpty)
  }

  @Test func greyIsOneBin() {
    let hints = GlobalHints.measured(
      from: RGBImage(height: 3, width: 500, filledWith: (130, 130, 130)))
    #expect(hints.histogram?.firstIndex(of: 1) == ABBins.nearest(a: 0, b: 0))
    #expect(hints.saturation == 0)
  }

  @Test func vectorHoldsHistogramAndSaturationInOrder() throws {
    var histogram = [Double](repeating: 0, count: 313)
    (histogram[0], histogram[312]) = (0.25, 0.75)
    let both = try GlobalHints(histogram: histogram, saturation: 0.5).vector
    #expect(both.count == 316)
    #expect((both[0], both[312], both[313], both[314], both[315]) == (0.25, 0.75, 1, 0.5, 1))
    #expect(both[1..<312].allSatisfy { $0 == 0 })
    #expect(try GlobalHints(histogram: histogram).vector.suffix(3) == [1, 0, 0])
    let saturation = try GlobalHints(saturation: 0).vector
    #expect(saturation.prefix(315).allSatisfy { $0 == 0 })
    #expect(saturation[315] == 1)
    #expect(GlobalHints.empty.vector == [Float](repeating: 0, count: GlobalHints.vectorCount))
  }

  @Test(arguments: [-0.001, 1.001, .infinity, -.infinity]) func refusesSaturation(_ value: Double) {
    #expect(throws: GlobalHintsError.saturationOutOfRange(value)) {
      try GlobalHints(saturation: value)
    }
  }

  @Test func refusesWhatIsNotANumber() {
    #expect(throws: GlobalHintsError.self) { try GlobalHints(saturation: .nan) }
    var histogram = [Double](repeating: 0, count: 313)
    histogram[5] = .nan
    #expect(throws: GlobalHintsError.self) { try GlobalHints(histogram: histogram) }
  }

  @Test func refusesHistogramsThatAreNoShares() {
    var histogram = [Double](repeating: 0, count: 313)
    #expect(throws: GlobalHintsError.notADistribution(sum: 0)) {
      try GlobalHints(histogram: histogram)
    }
    (histogram[0], histogram[1]) = (1.5, -0.5)
    #expect(throws: GlobalHintsError.notADistribution(sum: 1)) {
      try GlobalHints(histogram: histogram)
    }
  }

  @Test func tellsWhatIsWrong() {
    #expect("\(GlobalHintsError.saturationOutOfRange(1.5))".contains("1.5"))
    #expect(GlobalHintsError.notADistribution(sum: 2).message.contains("2.0"))
  }

  /// `picture` of `make_reference.py`.
  private static func picture(height: Int, width: Int) -> RGBImage {
    let steps = [218, 191, 128, 65, 38, 65, 128, 191]
    var pixels: [UInt8] = []
    for y in 0..<height {
      for x in 0..<width {
        pixels.append(UInt8(min(steps[x / 16 % 8] + y % 32, 255)))
        pixels.append(UInt8((x * 3 + y * 2) % 211))
        pixels.append(UInt8((x * x + 3 * y) / 7 % 256))
      }
    }
    return RGBImage(height: height, width: width, pixels: pixels)
  }
}
