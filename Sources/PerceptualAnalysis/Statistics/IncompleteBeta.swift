import Foundation

/// The incomplete beta function.
enum IncompleteBeta {
  /// Iₓ(a, b) by the continued fraction of DLMF 8.17.22, https://dlmf.nist.gov/8.17.E22, evaluated
  /// by Lentz's method as modified by Thompson and Barnett 1986.
  ///
  /// - Parameters:
  ///   - x: 0…1.
  ///   - complement: 1 − x, given apart, so that no digits are lost near 1.
  ///   - a: above 0.
  ///   - b: above 0.
  static func regularized(
    _ x: Double, complement: Double, _ a: Double, _ b: Double
  ) -> Double {
    guard x > 0 else { return 0 }
    guard complement > 0 else { return 1 }
    // The fraction converges fast on this side only.
    guard x <= (a + 1) / (a + b + 2) else {
      return 1 - regularized(complement, complement: x, b, a)
    }
    let front = exp(
      logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log(complement))
    return front * fraction(x, a, b) / a
  }

  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    func safe(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var numerator = 1.0
    var denominator = 1 / safe(1 - (a + b) * x / (a + 1))
    var value = denominator
    for step in 1...10_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      denominator = 1 / safe(1 + even * denominator)
      numerator = safe(1 + even / numerator)
      value *= denominator * numerator
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      denominator = 1 / safe(1 + odd * denominator)
      numerator = safe(1 + odd / numerator)
      let change = denominator * numerator
      value *= change
      if abs(change - 1) < 1e-16 { break }
    }
    return value
  }

  private static func logGamma(_ value: Double) -> Double { lgamma(value).0 }
}
