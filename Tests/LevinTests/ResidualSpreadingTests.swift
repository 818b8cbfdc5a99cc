import Colorimetry
import Colorization
import Imaging
import Levin2004
import Testing

/// Another method's chrominance, mended so that it meets the hints.
@Suite struct ResidualSpreadingTests {
  private func base(height: Int, width: Int) -> Chrominance {
    let pixels = 0..<(height * width)
    return Chrominance(
      a: Plane(height: height, width: width, values: pixels.map { Double($0 % 41) - 20 }),
      b: Plane(height: height, width: width, values: pixels.map { Double($0 % 29) / 2 }))
  }

  @Test(arguments: [(1, 1), (9, 17), (33, 20), (64, 64), (65, 83)], [0, 1e-6, 1e-3, 0.5])
  func agreesWithTheWholeSystem(_ size: (height: Int, width: Int), _ screening: Double) throws {
    let (height, width) = size
    let lightness = formulaLightness(height: height, width: width)
    let base = base(height: height, width: width)
    let spreading = ResidualSpreading(lightness: lightness)
    for count in [1, 3, 9] {
      let hints = formulaHints(count, height: height, width: width)
      let system = WholeSystem(lightness: lightness, hints: hints, screening: screening)
      let expected = try #require(system.solution(hints, less: base))
      let mended = try spreading.anchor(base, at: hints, screening: screening)
      let (a, b) = (zip(mended.a.values, base.a.values), zip(mended.b.values, base.b.values))
      #expect(distance(a.map { $0 - $1 }, expected.a) < 1e-8)
      #expect(distance(b.map { $0 - $1 }, expected.b) < 1e-8)
    }
  }

  @Test func withoutScreeningAndFromGreyItIsLevin() throws {
    let lightness = formulaLightness(height: 70, width: 50)
    let hints = formulaHints(7, height: 70, width: 50)
    let spreading = ResidualSpreading(lightness: lightness)
    let mended = try spreading.anchor(
      Chrominance(neutralWithHeight: 70, width: 50), at: hints, screening: 0)
    let expected = try propagated(lightness, hints)
    #expect(distance(mended.a.values, expected.a) < 1e-9)
    #expect(distance(mended.b.values, expected.b) < 1e-9)
  }

  @Test func hintsAreMetAndErrorsFade() throws {
    let (height, width) = (90, 80)
    let lightness = formulaLightness(height: height, width: width)
    let base = base(height: height, width: width)
    let hints = Hints([HintPoint(row: 5, column: 6, size: 7, a: 60, b: -40)])
    let spreading = ResidualSpreading(lightness: lightness)
    try spreading.prepare(for: Hints(), screening: 0.01)
    let mended = try spreading.anchor(base, at: hints, screening: 0.01)
    for row in 2...8 {
      for column in 3...9 {
        #expect(abs(mended.a[row, column] - 60) < 1e-12)
        #expect(abs(mended.b[row, column] + 40) < 1e-12)
      }
    }
    // The far corner stays as it was, to a thousandth of the error at the hint.
    #expect(abs(mended.a[height - 1, width - 1] - base.a[height - 1, width - 1]) < 0.08)
    #expect(try spreading.anchor(base, at: Hints(), screening: 0.01) == base)
  }

  /// The same to the last bit, whatever was asked before.
  @Test func doesNotDependOnTheWay() throws {
    let lightness = formulaLightness(height: 60, width: 75)
    let base = base(height: 60, width: 75)
    let used = ResidualSpreading(lightness: lightness)
    for (count, screening) in [(2, 1e-3), (9, 1e-3), (4, 1e-5), (4, 1e-3), (12, 0), (5, 1e-3)] {
      let hints = formulaHints(count, height: 60, width: 75)
      let fresh = ResidualSpreading(lightness: lightness, threads: 3)
      let expected = try fresh.anchor(base, at: hints, screening: screening)
      let found = try used.anchor(base, at: hints, screening: screening)
      #expect(bits(.chrominance(found)) == bits(.chrominance(expected)))
    }
  }
}
