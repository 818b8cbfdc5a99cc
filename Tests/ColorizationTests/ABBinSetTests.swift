import Colorimetry
import Colorization
import Testing

@Suite struct ABBinSetTests {
  @Test func holdsAsManyCentersAsBins() {
    #expect(ABBinSet.inGamut313.count == 313)
    #expect(ABBinSet.grid529.count == 529)
    for bins in ABBinSet.allCases {
      #expect(bins.centers.count == bins.count)
      #expect(ABBinSet(count: bins.count) == bins)
    }
    #expect(ABBinSet(count: 312) == nil)
  }

  @Test func gridRunsAlongBFirst() {
    let centers = ABBinSet.grid529.centers
    #expect(centers[0] == (a: -110, b: -110))
    #expect(centers[1] == (a: -110, b: -100))
    #expect(centers[23] == (a: -100, b: -110))
    #expect(centers[528] == (a: 110, b: 110))
    for (index, center) in centers.enumerated() {
      #expect(ABBins.gridIndex(a: center.a, b: center.b) == index)
    }
  }

  @Test func inGamutCentersAreTheirOwnNearest() {
    for (index, center) in ABBinSet.inGamut313.centers.enumerated() {
      #expect(ABBins.nearest(a: center.a, b: center.b) == index)
    }
  }
}
