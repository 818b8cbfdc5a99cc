import Colorimetry
import Testing

/// Golden values: NumPy 2.4.6 and scikit-image 0.26.0 `rgb2lab`, by the same rule.
@Suite struct GamutTests {
  @Test(arguments: [(5.0, 1161), (25.0, 6511), (50.0, 14577), (75.0, 10971), (95.0, 2991)])
  func holdsAsManyCells(_ lightness: Double, _ count: Int) {
    let gamut = Gamut(lightness: lightness)
    #expect(gamut.mask.count == 221 * 221)
    #expect(gamut.mask.count(where: { $0 }) == count)
  }

  @Test func orientsRowsAlongA() {
    let gamut = Gamut(lightness: 50)
    // sRGB reaches (80, 67) near this lightness, but nothing near (67, −80) turned around.
    #expect(gamut.contains(a: 60, b: 50))
    #expect(!gamut.contains(a: -60, b: -50))
    #expect(gamut.mask[(60 + 110) * 221 + 50 + 110])
    #expect(!gamut.contains(a: 111, b: 0))
    #expect(!gamut.contains(a: 0, b: -111))
  }

  @Test func smallerGridsAreCutsOfLargerOnes() {
    let (small, large) = (Gamut(lightness: 70, extent: 20), Gamut(lightness: 70))
    #expect(small.side == 41)
    #expect(small.mask.count == 41 * 41)
    for a in -20...20 {
      for b in -20...20 { #expect(small.contains(a: a, b: b) == large.contains(a: a, b: b)) }
    }
  }

  @Test(arguments: [
    (50.0, (255, 0, 0), (240, 0, 0)),
    (90.0, (0, 0, 255), (255, 213, 255)),
    (10.0, (0, 255, 0), (0, 34, 0)),
    (60.0, (120, 130, 140), (136, 146, 156)),
    (0.0, (200, 10, 10), (5, 0, 0)),
    (100.0, (3, 200, 100), (251, 255, 255)),
  ])
  func snaps(_ lightness: Double, _ color: (Int, Int, Int), _ snapped: (Int, Int, Int)) {
    let result = Gamut.snap(
      lightness: lightness, red: UInt8(color.0), green: UInt8(color.1), blue: UInt8(color.2))
    #expect(Int(result.red) == snapped.0)
    #expect(Int(result.green) == snapped.1)
    #expect(Int(result.blue) == snapped.2)
  }
}
