import Colorimetry
import Colorization

/// How near suggested colours come to the true ones.
///
/// Zhang et al. 2017, §3.2, https://doi.org/10.1145/3072959.3073703, suggest nine colours a pixel; the
/// paper gives no measure of how good they are.
public enum SuggestionCoverage {
  /// Every so many rows and columns a pixel is sampled, from half of it.
  public static let step = 8

  /// For sampled pixels in row-major order, the distance in ab from the truth to the nearest of the
  /// nine suggestions as they are shown, in CIELAB units.
  ///
  /// - Parameters:
  ///   - session: has colorized the picture.
  ///   - truth: the true picture, H×W.
  /// - Returns: nil before the first colorization.
  public static func distances(
    of session: any ColorSuggestingSession, to truth: LabImage
  ) -> [Double]? {
    var distances: [Double] = []
    for row in stride(from: step / 2, to: truth.height, by: step) {
      for column in stride(from: step / 2, to: truth.width, by: step) {
        let (a, b) = (truth.chrominance.a[row, column], truth.chrominance.b[row, column])
        let nearest = session.suggestions(
          row: row, column: column, lightness: truth.lightness[row, column],
          count: Palette.defaultCount
        ).map { ($0.a - a) * ($0.a - a) + ($0.b - b) * ($0.b - b) }.min()
        guard let nearest else { return nil }
        distances.append(nearest.squareRoot())
      }
    }
    return distances
  }
}
