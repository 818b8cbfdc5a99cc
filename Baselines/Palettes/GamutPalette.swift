import Colorimetry
import Colorization
import Synchronization

/// The k-means of all colours that sRGB can show at a lightness, each as likely as the others.
final class GamutPalette: Sendable {
  static let shared = GamutPalette()

  /// Every so many units of a* and b* a colour is taken.
  private static let step = 5

  private struct Key: Hashable {
    let lightness: Int
    let count: Int
  }

  private let known = Mutex<[Key: [SuggestedColor]]>([:])

  /// - Parameter lightness: L* in 0…100, rounded to whole units.
  func suggestions(lightness: Double, count: Int) -> [SuggestedColor] {
    let key = Key(lightness: Int(min(max(lightness, 0), 100).rounded()), count: count)
    return known.withLock { known in
      if let found = known[key] { return found }
      let made = Self.clusters(lightness: Double(key.lightness), count: count)
      known[key] = made
      return made
    }
  }

  private static func clusters(lightness: Double, count: Int) -> [SuggestedColor] {
    var centers: [(a: Double, b: Double)] = []
    for a in stride(from: -110, through: 110, by: step) {
      for b in stride(from: -110, through: 110, by: step)
      where Gamut.contains(LabColor(lightness: lightness, a: Double(a), b: Double(b))) {
        centers.append((Double(a), Double(b)))
      }
    }
    if centers.isEmpty { centers = [(0, 0)] }
    return Palette.suggestions(
      probabilities: [Double](repeating: 1, count: centers.count), centers: centers,
      lightness: lightness, count: count)
  }
}
