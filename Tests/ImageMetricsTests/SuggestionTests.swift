import Colorimetry
import Colorization
import ImageMetrics
import Imaging
import Testing

/// Metrics of suggested and of transferred colours.
@Suite struct SuggestionTests {
  @Test func sharesCountDistancesUpToTheRadius() throws {
    var pair = try JudgedPair(truth: formulaPicture(), result: formulaPicture(shift: 1))
    #expect(Metric.palette10.measure(pair) == nil && Metric.palette20.measure(pair) == nil)
    pair.suggestionDistances = [0, 9.99, 10, 10.01, 19, 20, 20.5, 70]
    #expect(Metric.palette10.measure(pair) == 3.0 / 8)
    #expect(Metric.palette20.measure(pair) == 6.0 / 8)
  }

  @Test func distancesAreToTheNearestSuggestion() throws {
    let truth = LabImage(formulaPicture(height: 16, width: 24))
    let offset = Offset(truth: truth)
    let distances = try #require(SuggestionCoverage.distances(of: offset, to: truth))
    // Rows 4 and 12, columns 4, 12 and 20: suggestions 3, 4 away in a and b, and one 50 away.
    #expect(distances.count == 6)
    #expect(distances.allSatisfy { abs($0 - 5) < 1e-12 })
  }

  @Test func anEqualPictureOverlapsWholly() throws {
    let picture = formulaPicture()
    var pair = try JudgedPair(truth: formulaPicture(shift: 5), result: picture)
    #expect(Metric.referenceOverlap.measure(pair) == nil)
    pair.reference = picture
    #expect(abs(try #require(Metric.referenceOverlap.measure(pair)) - 1) < 1e-9)
    pair.reference = RGBImage(height: 8, width: 8, filledWith: (0, 0, 255))
    var blue = try JudgedPair(
      truth: picture, result: RGBImage(height: 24, width: 32, filledWith: (255, 0, 0)))
    blue.reference = pair.reference
    // Pure blue and pure red share none of their ten nearest bins.
    #expect(try #require(Metric.referenceOverlap.measure(blue)) < 1e-9)
  }

  /// Suggests a colour 5 units from the truth, and one 50 units.
  private struct Offset: ColorSuggestingSession {
    let truth: LabImage
    var distribution: ColorDistribution? { nil }

    func colorize(_ hints: Hints) -> Colorization { .chrominance(truth.chrominance) }

    func suggestions(
      row: Int, column: Int, lightness: Double, count: Int
    ) -> [SuggestedColor] {
      let (a, b) = (truth.chrominance.a[row, column], truth.chrominance.b[row, column])
      return [(30.0, 40.0), (3, 4)].enumerated().map { index, shift in
        SuggestedColor(
          rank: index + 1, a: a + shift.0, b: b + shift.1, red: 0, green: 0, blue: 0,
          probability: 0.5, center: SIMD2(a, b))
      }
    }
  }
}
