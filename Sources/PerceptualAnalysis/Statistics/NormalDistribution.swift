import Foundation

/// The standard normal distribution.
public enum NormalDistribution {
  /// The probability of a value up to this one, 0…1.
  public static func cumulative(_ value: Double) -> Double { erfc(-value / 2.0.squareRoot()) / 2 }

  /// The value below which a share of the distribution lies: Φ⁻¹; ∓infinity at 0 and 1.
  ///
  /// Starts from Abramowitz and Stegun 26.2.23 (error below 4.5e-4) and takes three of Halley's
  /// steps, each of which triples the right digits.
  ///
  /// - Parameter probability: 0…1.
  public static func quantile(_ probability: Double) -> Double {
    guard probability > 0 else { return -.infinity }
    guard probability < 1 else { return .infinity }
    // 1 − p is exact above one half, and the lower tail has all its digits.
    guard probability <= 0.5 else { return -quantile(1 - probability) }
    let t = (-2 * log(probability)).squareRoot()
    var value =
      (2.515517 + t * (0.802853 + t * 0.010328))
      / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t
    for _ in 0..<3 {
      let density = exp(-value * value / 2) / (2 * Double.pi).squareRoot()
      guard density > 0 else { break }
      let newton = (cumulative(value) - probability) / density
      value -= newton / (1 + value * newton / 2)
    }
    return value
  }
}
