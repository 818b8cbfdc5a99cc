import Foundation

extension SplitMix64 {
  /// A number in 0..<1: the upper 53 bits, each value equally likely.
  public mutating func nextUnit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A number in 0..<1 in single precision: the upper 24 bits.
  public mutating func nextFloat() -> Float {
    Float(next() >> 40) / Float(1 << 24)
  }

  /// True with a probability in 0…1.
  public mutating func nextChance(_ probability: Double) -> Bool {
    nextUnit() < probability
  }

  /// A number of the standard normal distribution.
  ///
  /// Box and Muller 1958, "A note on the generation of random normal deviates",
  /// https://doi.org/10.1214/aoms/1177706645. Takes two numbers and uses the cosine only, so that
  /// there is no state beside the generator's.
  public mutating func nextNormal() -> Double {
    let radius = (-2 * log(1 - nextUnit())).squareRoot()
    return radius * cos(2 * .pi * nextUnit())
  }
}
