import Foundation

/// The sRGB transfer function between linear light and stored samples, both in 0…1.
///
/// Thresholds .04045 and .0031308 as in scikit-image and IEC 61966-2-1.
enum Companding {
  /// Linear light of each 8-bit sample.
  static let linear: [Double] = (0..<256).map { expand(Double($0) / 255) }

  /// A stored sample as linear light.
  @inline(__always)
  static func expand(_ sample: Double) -> Double {
    sample > 0.04045 ? pow((sample + 0.055) / 1.055, 2.4) : sample / 12.92
  }

  /// Linear light ≥ 0 as a stored sample, clipped to at most 1.
  @inline(__always)
  static func compress(_ linear: Double) -> Double {
    let sample = linear > 0.0031308 ? 1.055 * pow(linear, 1 / 2.4) - 0.055 : 12.92 * linear
    return sample < 1 ? sample : 1
  }
}
