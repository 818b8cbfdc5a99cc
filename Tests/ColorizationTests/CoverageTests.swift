import Colorimetry
import Colorization
import Testing

/// Colours that cover a distribution.
@Suite struct CoverageTests {
  @Test(arguments: PaletteCase.covering.indices) func agreesWithTheDefinition(_ index: Int) {
    let item = PaletteCase.covering[index]
    let colors = Palette.coveringSuggestions(
      probabilities: item.binProbabilities, bins: item.bins, lightness: item.lightness,
      count: item.count)
    #expect(colors.count == item.expected.count)
    for (color, wanted) in zip(colors, item.expected) {
      #expect(abs(color.probability - wanted.mass) < 1e-9)
      #expect(abs(color.center.x - wanted.centerA) < 1e-9)
      #expect(abs(color.center.y - wanted.centerB) < 1e-9)
      #expect((color.red, color.green, color.blue) == (wanted.red, wanted.green, wanted.blue))
      #expect(abs(color.a - wanted.a) < 1e-6 && abs(color.b - wanted.b) < 1e-6)
    }
    expectInOrder(colors)
  }

  /// What it is for: more of a distribution lies within 10 units of its colours than of those of
  /// k-means.
  @Test(arguments: PaletteCase.covering.indices) func coversMoreThanClusters(_ index: Int) {
    let item = PaletteCase.covering[index]
    let (probabilities, centers) = (item.binProbabilities, item.bins.centers)
    func covered(_ colors: [SuggestedColor]) -> (near: Double, all: Double) {
      var (near, all) = (0.0, 0.0)
      for (probability, center) in zip(probabilities, centers)
      where Gamut.contains(LabColor(lightness: item.lightness, a: center.a, b: center.b)) {
        let squares = colors.map { color in
          (color.a - center.a) * (color.a - center.a) + (color.b - center.b) * (color.b - center.b)
        }
        all += probability
        if (squares.min() ?? .infinity) <= 110 { near += probability }
      }
      return (near, all)
    }
    let ours = covered(
      Palette.coveringSuggestions(
        probabilities: probabilities, bins: item.bins, lightness: item.lightness,
        count: item.count))
    let means = covered(
      Palette.suggestions(
        probabilities: probabilities, centers: centers, lightness: item.lightness,
        count: item.count))
    #expect(ours.all == means.all && ours.all > 0)
    #expect(ours.near >= means.near)
  }

  /// One bin: its colour leads, and the others are spread over what the lightness allows.
  @Test func aCertainColorLeads() throws {
    var certain = [Double](repeating: 0, count: 313)
    let bin = ABBins.nearest(a: 20, b: -30)
    certain[bin] = 1
    let colors = Palette.coveringSuggestions(
      probabilities: certain, bins: .inGamut313, lightness: 55)
    #expect(colors.count == 9)
    let first = try #require(colors.first)
    #expect(abs(first.center.x - 20) <= 5 && abs(first.center.y + 30) <= 5)
    #expect(first.probability > 0.9)
    for (index, color) in colors.enumerated() {
      for other in colors[..<index] {
        let (a, b) = (color.a - other.a, color.b - other.b)
        #expect((a * a + b * b).squareRoot() > 10, "\(color), \(other)")
      }
    }
    expectInOrder(colors)
  }

  /// Where no bin with weight can be shown, all colours of the lightness are as likely.
  @Test(arguments: ABBinSet.allCases) func impossibleColorsAreNone(_ bins: ABBinSet) {
    // Nothing so red is so light.
    let far = bins.centers.map { $0.a >= 70 ? 1.0 : 0 }
    let none = [Double](repeating: 0, count: bins.count)
    let colors = Palette.coveringSuggestions(probabilities: far, bins: bins, lightness: 90)
    #expect(
      colors == Palette.coveringSuggestions(probabilities: none, bins: bins, lightness: 90))
    #expect(colors.count == 9)
    expectInOrder(colors)
  }

  @Test(arguments: [0.0, 0.4, 2, 98, 99.6, 100], ABBinSet.allCases)
  func extremeLightnessStaysInOrder(_ lightness: Double, _ bins: ABBinSet) {
    let weights = (0..<bins.count).map { 0.1 + hashed($0) }
    let colors = Palette.coveringSuggestions(
      probabilities: weights, bins: bins, lightness: lightness)
    #expect((1...9).contains(colors.count))
    expectInOrder(colors)
    for color in colors {
      let shown = LabColor(lightness: lightness, a: color.center.x, b: color.center.y).srgb
      let back = LabColor(red: shown.red, green: shown.green, blue: shown.blue)
      let offset = SIMD3(
        back.lightness - lightness, back.a - color.center.x, back.b - color.center.y)
      #expect((offset * offset).sum() < 3.5 * 3.5)
    }
  }

  @Test func onlyTheSharesCount() {
    let weights = (0..<313).map { hashed($0) }
    func colors(_ scale: Double) -> [SIMD2<Double>] {
      Palette.coveringSuggestions(
        probabilities: weights.map { scale * $0 }, bins: .inGamut313, lightness: 50
      ).map(\.center)
    }
    #expect(colors(1) == colors(0x1p-900) && colors(1) == colors(0x1p+900))
  }

  /// Some 640 points can be shown at this lightness; each colour leaves none within 10 units of it.
  @Test(arguments: [1, 2, 9, 200]) func countIsTheMost(_ count: Int) {
    let colors = Palette.coveringSuggestions(
      probabilities: (0..<313).map { hashed($0) }, bins: .inGamut313, lightness: 50, count: count)
    #expect(count == 200 ? (50..<200).contains(colors.count) : colors.count == count)
    expectInOrder(colors)
  }

  /// A recipe says how far logits are softened, and which colours are taken.
  @Test func recipesAreFollowed() {
    let distribution = ColorDistribution(
      logits: (0..<(313 * 4)).map { Float(hashed($0) * 12) }, bins: .inGamut313, cellRows: 2,
      cellColumns: 2, height: 8, width: 8)
    for softening in [0.2, 0.7, 1] {
      let probabilities = distribution.probabilities(row: 3, column: 6, softening: softening)
      #expect(
        Palette.suggestions(
          from: distribution, row: 3, column: 6, lightness: 65,
          recipe: SuggestionRecipe(rule: .coverage, softening: softening))
          == Palette.coveringSuggestions(
            probabilities: probabilities, bins: .inGamut313, lightness: 65))
      #expect(
        Palette.suggestions(
          from: distribution, row: 3, column: 6, lightness: 65,
          recipe: SuggestionRecipe(rule: .clusters, softening: softening))
          == Palette.suggestions(
            probabilities: probabilities, centers: distribution.bins.centers, lightness: 65))
    }
    #expect(SuggestionRecipe.published == SuggestionRecipe(rule: .clusters, softening: 0.2))
    #expect(SuggestionRecipe(rule: .coverage).softening == 1)
    #expect(
      Palette.suggestions(from: distribution, row: 3, column: 6, lightness: 65)
        == Palette.suggestions(
          from: distribution, row: 3, column: 6, lightness: 65, recipe: .published))
  }
}
