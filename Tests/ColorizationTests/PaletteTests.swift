import Colorimetry
import Colorization
import Testing

@Suite struct PaletteTests {
  @Test(arguments: PaletteCase.all.indices) func agreesWithScikitLearn(_ index: Int) {
    let item = PaletteCase.all[index]
    let colors = Palette.suggestions(
      probabilities: item.probabilities, centers: item.centers, lightness: item.lightness,
      count: item.count)
    #expect(colors.count == item.expected.count)
    for (color, wanted) in zip(colors, item.expected) {
      #expect(abs(color.probability - wanted.mass) < 1e-9)
      #expect(abs(color.center.x - wanted.centerA) < 1e-6)
      #expect(abs(color.center.y - wanted.centerB) < 1e-6)
      #expect((color.red, color.green, color.blue) == (wanted.red, wanted.green, wanted.blue))
      #expect(abs(color.a - wanted.a) < 1e-6)
      #expect(abs(color.b - wanted.b) < 1e-6)
    }
    expectInOrder(colors)
  }

  @Test func oneBinIsOneColor() {
    let colors = suggestions([(0, 0, 1)], lightness: 50)
    #expect(colors.count == 1)
    #expect(colors.first?.probability == 1)
    // L* = 50 is the 8-bit grey 119.
    #expect(colors.first.map { [$0.red, $0.green, $0.blue] } == [119, 119, 119])
  }

  @Test func twoBinsAreTwoColors() {
    let colors = suggestions([(20, 10, 0.25), (-30, 20, 0.75)], lightness: 60)
    #expect(colors.map(\.probability) == [0.75, 0.25])
    #expect(colors.map(\.center) == [SIMD2(-30, 20), SIMD2(20, 10)])
    // In gamut at this lightness, so that only 8-bit rounding moves them.
    for color in colors {
      #expect(abs(color.a - color.center.x) < 1 && abs(color.b - color.center.y) < 1)
    }
  }

  @Test func equallyProbableColorsAreOrderedByA() {
    let colors = suggestions([(20, 0, 0.5), (-20, 0, 0.5)], lightness: 50)
    #expect(colors.map(\.center.x) == [-20, 20])
  }

  @Test(arguments: ABBinSet.allCases) func uniformGivesNineDifferentColors(_ bins: ABBinSet) {
    let uniform = [Double](repeating: 1 / Double(bins.count), count: bins.count)
    let colors = Palette.suggestions(probabilities: uniform, centers: bins.centers, lightness: 60)
    #expect(colors.count == 9)
    expectInOrder(colors)
    for _ in 0..<3 {
      #expect(
        Palette.suggestions(probabilities: uniform, centers: bins.centers, lightness: 60) == colors)
    }
  }

  @Test(arguments: [
    (2.0, [(10.0, 10.0, 0.6), (10, 90, 0.4)], [29, 0, 0], SIMD2(10.0, 42)),
    (98.0, [(10.0, -10.0, 0.5), (20, -40, 0.5)], [255, 247, 255], SIMD2(15.0, -25)),
  ])
  func colorsShownAlikeAreOne(
    _ lightness: Double, _ bins: [(Double, Double, Double)], _ shown: [UInt8],
    _ center: SIMD2<Double>
  ) {
    let colors = suggestions(bins, lightness: lightness)
    #expect(colors.count == 1)
    #expect(colors.map(\.probability) == [1])
    #expect(colors.first.map { [$0.red, $0.green, $0.blue] } == shown)
    let distance = (colors.first?.center ?? .zero) - center
    #expect(abs(distance.x) < 1e-12 && abs(distance.y) < 1e-12)
  }

  @Test(arguments: [0.0, 2, 98, 100], ABBinSet.allCases) func extremeLightnessStaysInOrder(
    _ lightness: Double, _ bins: ABBinSet
  ) {
    // All mass far out, where nothing is in gamut.
    let weights = bins.centers.enumerated().map { index, center in
      center.a * center.a + center.b * center.b > 6400 ? 0.1 + hashed(index) : 0
    }
    let colors = Palette.suggestions(
      probabilities: weights, centers: bins.centers, lightness: lightness)
    #expect((1...9).contains(colors.count))
    expectInOrder(colors)
  }

  @Test func negligibleBinsAreLeftOut() {
    let colors = suggestions([(40, 20, 1), (-40, 20, 0.9e-6), (0, -40, 1.1e-6)], lightness: 50)
    #expect(colors.count == 2)
    #expect(abs(colors.map(\.probability).reduce(0, +) - 1) < 1e-12)
  }

  @Test func onlyTheSharesCount() {
    let bins = [(40.0, 20.0, 0.4), (-40.0, 20.0, 0.5), (0.0, -40.0, 0.1)]
    let tiny = bins.map { ($0.0, $0.1, $0.2 * 1e-290) }
    let (some, same) = (suggestions(bins, lightness: 50), suggestions(tiny, lightness: 50))
    #expect(some.map { [$0.red, $0.green, $0.blue] } == same.map { [$0.red, $0.green, $0.blue] })
  }

  @Test func softenedPredictionsGiveNineColors() {
    let logits = (0..<(313 * 4)).map { Float(hashed($0) * 12) }
    let distribution = ColorDistribution(
      logits: logits, bins: .inGamut313, cellRows: 2, cellColumns: 2, height: 8, width: 8)
    let colors = Palette.suggestions(
      probabilities: distribution.probabilities(
        row: 3, column: 6, softening: ColorDistribution.paletteSoftening),
      centers: distribution.bins.centers, lightness: 65)
    #expect(colors.count == 9)
    expectInOrder(colors)
  }

  private func suggestions(
    _ bins: [(Double, Double, Double)], lightness: Double
  ) -> [SuggestedColor] {
    Palette.suggestions(
      probabilities: bins.map(\.2), centers: bins.map { (a: $0.0, b: $0.1) }, lightness: lightness)
  }
}
