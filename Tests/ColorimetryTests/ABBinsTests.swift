import Colorimetry
import Testing

/// Golden values: the published `pts_in_hull.npy` (SHA-256 b5dec01315c34f43…) and NumPy 2.4.6.
@Suite struct ABBinsTests {
  @Test func centersAreThePublishedOnes() {
    let centers = ABBins.centers
    #expect(centers.count == ABBins.count)
    // Sums over the published list, each centre weighted by its position from 1: the order counts.
    var sums = (a: 0.0, b: 0.0, product: 0.0)
    for (index, center) in centers.enumerated() {
      sums.a += Double(index + 1) * center.a
      sums.b += Double(index + 1) * center.b
      sums.product += center.a * center.b
    }
    #expect(sums == (a: 2_228_640, b: -253_690, product: -348_700))
    #expect(centers[0] == (a: -90, b: 50))
    #expect(centers[100] == (a: -10, b: -20))
    #expect(centers[200] == (a: 40, b: 40))
    #expect(centers[312] == (a: 100, b: 0))
  }

  @Test func everyCenterIsItsOwnNearest() {
    for (bin, center) in ABBins.centers.enumerated() {
      #expect(ABBins.nearest(a: center.a, b: center.b) == bin)
      #expect(ABBins.nearest(a: center.a + 4.9, b: center.b - 4.9) == bin)
    }
  }

  @Test func equalDistancesGoToTheLowerIndex() {
    let origin = ABBins.nearest(a: 0, b: 0)
    #expect(origin == 120)
    #expect(ABBins.nearest(a: 0, b: 5) == origin)
    #expect(ABBins.nearest(a: 5, b: 5) == origin)
  }

  @Test(arguments: [
    (
      (12.3, -4.5), [139, 138, 157, 156, 120, 119, 140, 137, 158, 155],
      [0.387466408591, 0.317230664498, 0.131581858695, 0.107730114261, 0.02089749212]
    ),
    (
      (0.0, 0.0), [120, 102, 119, 121, 139, 101, 103, 138, 140, 85],
      [0.619218376928, 0.083802094427, 0.083802094427, 0.083802094427, 0.083802094427]
    ),
    (
      (150.0, -30.0), [309, 308, 310, 307, 311, 306, 312, 292, 291, 293],
      [0.786570706823, 0.106450769393, 0.106450769393, 0.000263865076, 0.000263865076]
    ),
  ])
  func softEncodingAgreesWithNumPy(
    _ ab: (Double, Double), _ bins: [Int], _ weights: [Double]
  ) {
    let encoding = ABBins.softEncoding(a: ab.0, b: ab.1)
    #expect(encoding.map(\.bin) == bins)
    for (entry, weight) in zip(encoding, weights) { #expect(abs(entry.weight - weight) < 1e-11) }
    #expect(abs(encoding.map(\.weight).reduce(0, +) - 1) < 1e-12)
  }

  @Test func softEncodingOfFarColoursStaysFinite() {
    let encoding = ABBins.softEncoding(a: 5000, b: -5000)
    #expect(encoding.count == 10)
    #expect(abs(encoding.map(\.weight).reduce(0, +) - 1) < 1e-12)
  }

  @Test func gridCellsRoundAndStayInside() {
    #expect(ABBins.gridIndex(a: -110, b: -110) == 0)
    #expect(ABBins.gridIndex(a: -110, b: -100) == 1)
    #expect(ABBins.gridIndex(a: 0, b: 0) == 264)
    #expect(ABBins.gridIndex(a: 110, b: 110) == ABBins.gridCount - 1)
    #expect(ABBins.gridIndex(a: 500, b: -500) == 22 * 23)
    // Halves go to even cells: −105 lies between 0 and 1, −95 between 1 and 2.
    #expect(ABBins.gridIndex(a: -105, b: -95) == 2)
  }
}
