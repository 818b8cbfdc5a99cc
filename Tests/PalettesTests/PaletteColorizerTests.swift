import Colorimetry
import Colorization
import Imaging
import Palettes
import Testing

/// Suggestions without learning.
@Suite struct PaletteColorizerTests {
  private static let plane = Plane(height: 2, width: 2, values: [20, 45, 70, 100])

  private static func suggestions(
    _ source: PaletteColorizer.Source, lightness: Double, count: Int = 9
  ) -> [SuggestedColor] {
    PaletteColorizer(source).suggestingSession(for: plane)
      .suggestions(row: 0, column: 0, lightness: lightness, count: count)
  }

  @Test(arguments: PaletteColorizer.Source.allCases, [5.0, 30, 50, 75, 99])
  func suggestionsAreShownAtThePixelsLightness(
    _ source: PaletteColorizer.Source, _ lightness: Double
  ) {
    let colors = Self.suggestions(source, lightness: lightness)
    #expect((1...9).contains(colors.count))
    #expect(colors.map(\.rank) == Array(1...colors.count))
    #expect(abs(colors.map(\.probability).reduce(0, +) - 1) < 1e-12)
    for color in colors {
      let shown = LabColor(
        red: Double(color.red) / 255, green: Double(color.green) / 255,
        blue: Double(color.blue) / 255)
      #expect(abs(shown.lightness - lightness) < 3, "\(color)")
      #expect(shown.a == color.a && shown.b == color.b)
    }
  }

  /// Nine clusters leave no colour of the gamut far away: at L* = 50 sRGB reaches about ±80, an area
  /// of some 14,000 square units; nine equal discs that covered it would have a radius of 22.
  @Test func theGamutIsCovered() {
    let colors = Self.suggestions(.gamut, lightness: 50)
    #expect(colors.count == 9)
    var farthest = 0.0
    for a in -110...110 {
      for b in -110...110
      where Gamut.contains(LabColor(lightness: 50, a: Double(a), b: Double(b))) {
        let squares = colors.map { color in
          let (x, y) = (color.a - Double(a), color.b - Double(b))
          return x * x + y * y
        }
        farthest = max(farthest, (squares.min() ?? .infinity).squareRoot())
      }
    }
    #expect((22...45).contains(farthest))
  }

  @Test func nineColorsAreLedByGrey() {
    let colors = Self.suggestions(.nineColors, lightness: 50)
    #expect(colors.count == 9 && colors[0].probability > 0.3)
    #expect(abs(colors[0].a) < 2 && abs(colors[0].b) < 2)
    #expect(Self.suggestions(.nineColors, lightness: 50, count: 3).count == 3)
  }

  @Test(arguments: PaletteColorizer.Source.allCases)
  func picturesStayGrey(_ source: PaletteColorizer.Source) throws {
    let method = PaletteColorizer(source)
    #expect(method.identity.name == source.rawValue)
    var session = method.session(for: Self.plane)
    let hints = Hints([HintPoint(row: 0, column: 0, size: 1, a: 50, b: 50)])
    let result = try session.colorize(hints).chrominance
    #expect(result == Chrominance(neutralWithHeight: 2, width: 2))
  }
}
