import Colorimetry
import Colorization
import Imaging
import Testing

/// Golden values: `make_reference.py`, for hashed logits of 3×5 cells and 11×18 pixels.
@Suite struct ColorDistributionTests {
  @Test(arguments: probabilities.indices) func agreesWithNumPy(_ index: Int) {
    let (bins, softening, row, column, values, mode) = Self.probabilities[index]
    let distribution = Self.distribution(bins)
    let pixel = distribution.probabilities(row: row, column: column, softening: softening)
    #expect(pixel.count == bins.count)
    #expect(abs(pixel.reduce(0, +) - 1) < 1e-12)
    let largest = pixel.max() ?? 0
    #expect(pixel.firstIndex(of: largest) == mode)
    let found = [pixel[0], pixel[7], pixel[120], pixel[bins.count - 1], largest]
    for (found, wanted) in zip(found, values) {
      #expect(abs(found - wanted) < 1e-5 * wanted)
    }
  }

  @Test(arguments: means.indices) func annealedMeanAgreesWithNumPy(_ index: Int) {
    let (bins, row, column, a, b) = Self.means[index]
    let mean = Self.distribution(bins).annealedMean()
    #expect((mean.height, mean.width) == (11, 18))
    #expect(abs(mean.a[row, column] - a) < 1e-3)
    #expect(abs(mean.b[row, column] - b) < 1e-3)
  }

  @Test(arguments: ABBinSet.allCases, [1, 0.2]) func planesHoldThePixels(
    _ bins: ABBinSet, _ softening: Double
  ) {
    let distribution = Self.distribution(bins)
    let planes = distribution.planes(softening: softening)
    #expect(planes.count == bins.count * 11 * 18)
    for row in 0..<11 {
      for column in 0..<18 {
        let pixel = distribution.probabilities(row: row, column: column, softening: softening)
        let worst = pixel.indices
          .map { abs(Double(planes[($0 * 11 + row) * 18 + column]) - pixel[$0]) }.max()
        #expect((worst ?? 1) < 1e-6)
      }
    }
  }

  @Test func severalBandsOfRowsAreOnePicture() {
    // 70 rows are worked on in several parts; logits that do not depend on the row show no seam.
    let bins = ABBinSet.inGamut313
    let logits = (0..<(bins.count * 18 * 2)).map { Float(12 * hashed($0 / 36 * 2 + $0 % 2)) }
    let planes = ColorDistribution(
      logits: logits, bins: bins, cellRows: 18, cellColumns: 2, height: 70, width: 8
    ).planes()
    for bin in 0..<bins.count {
      for index in (bin * 560)..<(bin * 560 + 560) {
        #expect(planes[index] == planes[bin * 560 + index % 8])
      }
    }
  }

  @Test func theBorderRepeatsTheLastCell() {
    let distribution = ColorDistribution(
      logits: Self.logits(ABBinSet.grid529.count), bins: .grid529, cellRows: 3, cellColumns: 5,
      height: 12, width: 20)
    let corner = distribution.probabilities(row: 8, column: 16)
    #expect(distribution.probabilities(row: 11, column: 19) == corner)
    #expect(distribution.probabilities(row: 9, column: 18) == corner)
  }

  /// The network saw a third of the picture's resolution: pixel 3i + 1 lies on its pixel i.
  @Test func aReducedPictureReadsTheSameCells() {
    let (logits, bins) = (Self.logits(ABBinSet.grid529.count), ABBinSet.grid529)
    let seen = ColorDistribution(
      logits: logits, bins: bins, cellRows: 3, cellColumns: 5, height: 12, width: 20)
    let whole = ColorDistribution(
      logits: logits, bins: bins, cellRows: 3, cellColumns: 5, height: 36, width: 60,
      seenHeight: 12, seenWidth: 20)
    let planes = whole.planes()
    for (row, column) in [(0, 0), (5, 3), (7, 18), (11, 19)] {
      let expected = seen.probabilities(row: row, column: column)
      let found = whole.probabilities(row: 3 * row + 1, column: 3 * column + 1)
      for bin in expected.indices {
        #expect(abs(found[bin] - expected[bin]) < 1e-6)
        let plane = planes[(bin * 36 + 3 * row + 1) * 60 + 3 * column + 1]
        #expect(abs(Double(plane) - expected[bin]) < 1e-6)
      }
    }
    // Between two of its pixels lies what is between their logits; the corner repeats the cell.
    let between = whole.probabilities(row: 2, column: 1)
    #expect(between != seen.probabilities(row: 0, column: 0))
    #expect(between != seen.probabilities(row: 1, column: 0))
    #expect(whole.probabilities(row: 0, column: 0) == seen.probabilities(row: 0, column: 0))
  }

  @Test func survivesExtremeLogits() {
    var logits = [Float](repeating: -30_000, count: 313)
    logits[77] = 30_000
    let distribution = ColorDistribution(
      logits: logits, bins: .inGamut313, cellRows: 1, cellColumns: 1, height: 4, width: 3)
    let pixel = distribution.probabilities(row: 3, column: 2)
    #expect(pixel[77] == 1)
    #expect(pixel.reduce(0, +) == 1)
    #expect(distribution.planes()[77 * 12] == 1)
    #expect(distribution.planes().allSatisfy { $0.isFinite })
    let mean = distribution.annealedMean()
    #expect((mean.a[0, 0], mean.b[0, 0]) == ABBinSet.inGamut313.centers[77])
  }

  @Test func noSofteningAtAllIsUniform() {
    let pixel = Self.distribution(.inGamut313).probabilities(row: 5, column: 5, softening: 0)
    for probability in pixel { #expect(abs(probability - 1 / 313.0) < 1e-15) }
  }

  @Test func temperaturesLeadFromModeToMean() {
    let distribution = Self.distribution(.grid529)
    let pixel = distribution.probabilities(row: 6, column: 3)
    let mode = pixel.firstIndex(of: pixel.max() ?? 0) ?? 0
    let cold = distribution.annealedMean(temperature: 1e-4)
    let center = ABBinSet.grid529.centers[mode]
    #expect(abs(cold.a[6, 3] - center.a) < 1e-6)
    #expect(abs(cold.b[6, 3] - center.b) < 1e-6)
    let hot = distribution.annealedMean(temperature: 1e6)
    #expect(abs(hot.a[6, 3]) < 1e-2)
    #expect(abs(hot.b[6, 3]) < 1e-2)
  }

  private static func logits(_ bins: Int) -> [Float] {
    (0..<(bins * 15)).map { Float(hashed($0) * 12 - 6) }
  }

  private static func distribution(_ bins: ABBinSet) -> ColorDistribution {
    ColorDistribution(
      logits: logits(bins.count), bins: bins, cellRows: 3, cellColumns: 5, height: 11, width: 18)
  }

  /// Bins, softening, row, column; bins 0, 7, 120 and the last, the largest; which it is.
  private static let probabilities: [(ABBinSet, Double, Int, Int, [Double], Int)] = [
    (
      .inGamut313, 1.0, 0, 0,
      [2.28326408678e-07, 1.8292222715e-05, 0.00206819310173, 4.01465300559e-07, 0.0341275484969],
      126
    ),
    (
      .inGamut313, 1.0, 3, 6,
      [0.00640516380606, 0.0537633185954, 0.00254801361545, 0.000342767972771, 0.0721164966767], 296
    ),
    (
      .inGamut313, 1.0, 10, 17,
      [0.00335117775218, 0.0040809780348, 1.15901736806e-06, 0.000119754710708, 0.0386873971355],
      274
    ),
    (
      .inGamut313, 1.0, 9, 3,
      [5.30704569428e-06, 5.52572280549e-06, 0.00037206216257, 0.000357558488764, 0.0584854678905],
      69
    ),
    (
      .inGamut313, 0.2, 0, 0,
      [0.000788525542427, 0.00189477581519, 0.00487778612208, 0.000882742709712, 0.00854526539104],
      126
    ),
    (
      .inGamut313, 0.2, 3, 6,
      [0.00486924868208, 0.00745166154236, 0.00404945200588, 0.00271116503176, 0.00790246955631],
      296
    ),
    (
      .inGamut313, 0.2, 10, 17,
      [0.00517544947398, 0.0053834592709, 0.00105129976915, 0.00265807420833, 0.00844155554748], 274
    ),
    (
      .inGamut313, 0.2, 9, 3,
      [0.0013040554648, 0.00131462932903, 0.00305104490256, 0.00302687799878, 0.0083894809412], 69
    ),
    (
      .grid529, 1.0, 0, 0,
      [1.16050968451e-07, 9.29734835969e-06, 0.00105119602147, 0.00888431592832, 0.0187586386086],
      341
    ),
    (
      .grid529, 1.0, 3, 6,
      [0.00409819264998, 0.0343991884951, 0.00163028627949, 0.00297118062587, 0.0461420356406], 296
    ),
    (
      .grid529, 1.0, 10, 17,
      [0.00209955399509, 0.00255678282994, 7.26138607211e-07, 3.47801682023e-05, 0.024238129166],
      274
    ),
    (
      .grid529, 1.0, 9, 3,
      [3.43442332315e-06, 3.57593892603e-06, 0.000240777834299, 0.00134154549678, 0.0378485256317],
      69
    ),
    (
      .grid529, 0.2, 0, 0,
      [0.000446810534346, 0.00107365677952, 0.00276395133241, 0.00423563422417, 0.00491851401645],
      341
    ),
    (
      .grid529, 0.2, 3, 6,
      [0.00286696461373, 0.0043874633132, 0.00238427658226, 0.00268837389416, 0.00465289453431], 296
    ),
    (
      .grid529, 0.2, 10, 17,
      [0.00307930486506, 0.00320306717456, 0.000625505573968, 0.0013561059271, 0.00502258271416],
      274
    ),
    (
      .grid529, 0.2, 9, 3,
      [0.000792780699912, 0.000799208919962, 0.00185483637668, 0.0026151908315, 0.00510025742923],
      69
    ),
  ]

  /// Bins, row, column, a, b.
  private static let means: [(ABBinSet, Int, Int, Double, Double)] = [
    (.inGamut313, 0, 0, 14.8124885262, 4.8182179854),
    (.inGamut313, 3, 6, 37.5364616678, 13.5764191204),
    (.inGamut313, 10, 17, 14.7309512381, 5.82919767232),
    (.inGamut313, 9, 3, 15.7646884071, 8.71092251844),
    (.grid529, 0, 0, 20.2346226873, 9.35169627993),
    (.grid529, 3, 6, -13.5218137463, 5.24285295128),
    (.grid529, 10, 17, -14.7494792191, 6.81441518737),
    (.grid529, 9, 3, -12.1996962232, 2.84172114449),
  ]
}
