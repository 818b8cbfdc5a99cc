import Colorization

/// Nine colours for every pixel of every picture: the centres of the k-means (K = 9) of the ab of
/// 725,000 pixels of 2,831 photographs, with each cluster's share.
///
/// They are every fourth picture of the set that the bundled networks learn from, none of the
/// photographs that anything was judged on.
enum NineColors {
  private static let centers: [(a: Double, b: Double)] = [
    (-0.5, 0.5), (6.8, 11.5), (-8.3, 16.5), (-2.2, -15.2), (11.1, 28.6), (-20.7, 37.2),
    (8.4, -37.8), (15.8, 56.3), (43.6, 31.4),
  ]
  private static let shares = [0.375, 0.162, 0.121, 0.108, 0.092, 0.049, 0.038, 0.028, 0.027]

  /// - Parameter lightness: L* of the pixel, 0…100: the colours are shown at it, within the gamut.
  static func suggestions(lightness: Double, count: Int) -> [SuggestedColor] {
    Palette.suggestions(
      probabilities: shares, centers: centers, lightness: lightness, count: count)
  }
}
